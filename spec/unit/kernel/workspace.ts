import { type Kernel, loadKernel } from '../../../src/kernel/index.ts';

type Numbers = Float32Array | Float64Array | Int32Array | Uint32Array;

/** A kernel with arrays in its memory, one after the other with a gap between. */
export class Workspace {
  readonly kernel: Kernel = loadKernel(2 ** 22);
  #free = 64;

  /** A copy of `values` in the kernel's memory; its address is its byteOffset. */
  put<T extends Numbers>(values: T): T {
    const Type = values.constructor as new (buffer: ArrayBuffer, offset: number, length: number) => T;
    const copy = new Type(this.kernel.memory.buffer, this.#free, values.length);
    copy.set(values);
    this.#free += Math.ceil(values.byteLength / 64 + 1) * 64;
    return copy;
  }
}
