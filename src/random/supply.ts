import { type Kernel, loadKernel } from '../kernel/index.ts';

/** Numbers made at a time: 16 kB, which stay in the first cache. Neither size changes a number. */
const BLOCK = 4096;
/** Numbers kept, where fewer are asked for at a time. */
const FEW = 128;

const STATE = 64;
const OUT = 2 * STATE;
const kernel = loadKernel(OUT + BLOCK * 4);
const { buffer } = kernel.memory;
const state = new Int32Array(buffer, STATE, 16);
const words = new Uint32Array(buffer, OUT, BLOCK);
const floats = new Float32Array(buffer, OUT, BLOCK);

interface Kind {
  readonly make: Kernel['words'];
  readonly made: Uint32Array | Float32Array;
  readonly scale: Kernel['scale'];
}

/** How the numbers of each kind are made, kept, and brought to scale as float32 numbers. */
const KINDS: Record<'words' | 'normals', Kind> = {
  words: { make: kernel.words, made: words, scale: kernel.uniforms },
  normals: { make: kernel.normals, made: floats, scale: kernel.scale },
};

/**
 * Numbers of one kind in their order, however many are taken at a time: words of four xoshiro128** generators in turn, or the
 * normal numbers made of them.
 */
export class Supply {
  readonly #kind: Kind;
  readonly #state: Int32Array;
  readonly #kept: Uint32Array | Float32Array;
  #used = FEW;

  /** @param start the generators' state: the first word of each of the four, the second of each, … */
  constructor(kind: keyof typeof KINDS, start: Int32Array) {
    this.#kind = KINDS[kind];
    this.#state = start;
    this.#kept = this.#kind.made.slice(0, FEW);
  }

  next(): number {
    if (this.#used === FEW) {
      this.#make(FEW);
      this.#kept.set(this.#kind.made.subarray(0, FEW));
      this.#used = 0;
    }
    return this.#kept[this.#used++];
  }

  /**
   * Fills `out` from place `from` on with offset + factor times the next numbers (words as shares of 2³²), as many as can be made at
   * once; returns how many that is: none, where single numbers are left, or few are asked for.
   */
  fill(out: Float32Array, from: number, offset: number, factor: number): number {
    const rest = out.length - from;
    if (this.#used < FEW || rest < FEW) return 0;
    const count = Math.min(BLOCK, rest - (rest % 8));
    this.#make(count);
    // Standard normal numbers are what they are.
    if (this.#kind === KINDS.words || offset !== 0 || factor !== 1) this.#kind.scale(OUT, count, offset, factor);
    out.set(floats.subarray(0, count), from);
    return count;
  }

  #make(count: number): void {
    state.set(this.#state);
    this.#kind.make(STATE, OUT, count);
    this.#state.set(state);
  }
}
