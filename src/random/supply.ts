import { loadKernel } from '../kernel/index.ts';

/** Numbers made at a time: 16 kB, which stay in the first cache. Neither size changes a number. */
const BLOCK = 4096;
/** Numbers kept, where fewer are asked for at a time. */
const FEW = 128;

const STATE = 64;
const OUT = 2 * STATE;
const kernel = loadKernel(OUT + BLOCK * 4);
const state = new Int32Array(kernel.memory.buffer, STATE, 16);

const BLOCKS: { readonly words: Uint32Array; readonly normals: Float32Array } = {
  words: new Uint32Array(kernel.memory.buffer, OUT, BLOCK),
  normals: new Float32Array(kernel.memory.buffer, OUT, BLOCK),
};

type Numbers<Kind extends keyof typeof BLOCKS> = (typeof BLOCKS)[Kind];

/**
 * Numbers of one kind in their order, however many are taken at a time: words of four xoshiro128** generators in turn, or the
 * normal numbers made of them.
 */
export class Supply<Kind extends keyof typeof BLOCKS> {
  readonly #kind: Kind;
  readonly #state: Int32Array;
  readonly #kept: Numbers<Kind>;
  #used = FEW;

  /** @param start the generators' state: the first word of each of the four, the second of each, … */
  constructor(kind: Kind, start: Int32Array) {
    this.#kind = kind;
    this.#state = start;
    this.#kept = BLOCKS[kind].slice(0, FEW) as Numbers<Kind>;
  }

  next(): number {
    if (this.#used === FEW) this.#refill();
    return this.#kept[this.#used++];
  }

  /** The next ones, one at least and `most` at the most; they stay until any supply is asked again. */
  take(most: number): Numbers<Kind> {
    if (this.#used === FEW) {
      if (most >= FEW) return this.#made(Math.min(BLOCK, most - (most % 8)));
      this.#refill();
    }
    const taken = this.#kept.subarray(this.#used, this.#used + most) as Numbers<Kind>;
    this.#used += taken.length;
    return taken;
  }

  #refill(): void {
    this.#kept.set(this.#made(FEW));
    this.#used = 0;
  }

  #made(count: number): Numbers<Kind> {
    state.set(this.#state);
    kernel[this.#kind](STATE, OUT, count);
    this.#state.set(state);
    return BLOCKS[this.#kind].subarray(0, count) as Numbers<Kind>;
  }
}
