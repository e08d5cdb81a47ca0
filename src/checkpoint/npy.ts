import { CheckpointError } from './checkpoint-error.ts';
import { fromHalf } from './half.ts';
import { npyHeader } from './npy-header.ts';
import type { FileTensor } from './tensor.ts';

/** How NumPy names a type of numbers: its size in bytes, and how one is read. */
const TYPES: Readonly<Record<string, { size: number; read: (view: DataView, at: number, little: boolean) => number }>> = {
  f2: { size: 2, read: (view, at, little) => fromHalf(view.getUint16(at, little)) },
  f4: { size: 4, read: (view, at, little) => view.getFloat32(at, little) },
  f8: { size: 8, read: (view, at, little) => view.getFloat64(at, little) },
  i1: { size: 1, read: (view, at) => view.getInt8(at) },
  i2: { size: 2, read: (view, at, little) => view.getInt16(at, little) },
  i4: { size: 4, read: (view, at, little) => view.getInt32(at, little) },
  i8: { size: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
  u1: { size: 1, read: (view, at) => view.getUint8(at) },
  u2: { size: 2, read: (view, at, little) => view.getUint16(at, little) },
  u4: { size: 4, read: (view, at, little) => view.getUint32(at, little) },
  u8: { size: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
  b1: { size: 1, read: (view, at) => Number(view.getUint8(at) !== 0) },
};

/**
 * An array as NumPy's `save` writes it (format versions 1 to 3), in row-major order whatever order it was written in; 64-bit numbers in
 * float64, all others in float32, which holds them but for 32-bit integers beyond 2²⁴.
 *
 * @throws CheckpointError for what is no such file, for types that are no numbers, and where the size is another than the shape says.
 */
export function readNpy(bytes: Uint8Array): FileTensor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { descr, fortran, shape, start } = npyHeader(bytes);
  const kind = descr.slice(1);
  const type = Object.hasOwn(TYPES, kind) ? TYPES[kind] : undefined;
  if (!type || !/^[<>|=]/.test(descr))
    throw new CheckpointError(`its numbers are of type ${descr}; read are ${Object.keys(TYPES).join(', ')}`);
  const count = shape.reduce((product, size) => product * size, 1);
  const there = bytes.length - start;
  if (![count, ...shape].every(Number.isSafeInteger) || count * type.size !== there) {
    throw new CheckpointError(
      `has ${there} bytes of numbers, and shape (${shape.join(', ')}) of ${descr} takes ${count * type.size}`,
    );
  }
  const data = type.size === 8 ? new Float64Array(count) : new Float32Array(count);
  const order = fortran ? rowMajor(shape) : undefined;
  for (let i = 0; i < count; i++) data[i] = type.read(view, start + (order ? order(i) : i) * type.size, !descr.startsWith('>'));
  return { data, shape };
}

/** Where the entry that is `i`-th row by row lies column by column. */
function rowMajor(shape: readonly number[]): (i: number) => number {
  return (i) => {
    let [rest, at] = [i, 0];
    let stride = shape.reduce((product, size) => product * size, 1);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      stride /= shape[axis];
      at += (rest % shape[axis]) * stride;
      rest = Math.floor(rest / shape[axis]);
    }
    return at;
  };
}
