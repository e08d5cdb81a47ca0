import seedrandom from 'seedrandom';
import { xoshiro128 } from './xoshiro128.ts';
import { type Source, type Truncated, UNIFORM_BELOW } from './source.ts';
import { density, height, inside, step, TAIL } from './ziggurat.ts';

/** What a run is seeded with: any text or number; `1` and `'1'` are the same seed. */
export type Seed = string | number;

/** Words made at a time. Whole blocks keep the generator's state in registers; the size itself changes no number. */
const BLOCK = 1024;

/**
 * Numbers drawn from a seed and a label, independent of every other stream.
 *
 * `seedrandom` hashes `seed/label` to the 128 bits from which xoshiro128** starts; a ziggurat makes normals from its words.
 * V8 computes `exp` and `log` in software, so every machine that runs Node draws the same numbers.
 */
export class Stream implements Source {
  readonly #state: Int32Array;
  readonly #block = new Uint32Array(BLOCK);
  #used = BLOCK;

  constructor(seed: Seed, label: string) {
    // Escaped as in a JSON pointer (RFC 6901), or seed 1/0 with label x would be seed 1 with label 0/x.
    const escaped = String(seed).replaceAll('~', '~0').replaceAll('/', '~1');
    const hash = seedrandom(`${escaped}/${label}`);
    this.#state = Int32Array.from({ length: 4 }, () => hash.int32());
  }

  /** The next 32 random bits, as an integer in [0, 2³²). */
  word(): number {
    if (this.#used === BLOCK) {
      xoshiro128(this.#state, this.#block);
      this.#used = 0;
    }
    return this.#block[this.#used++];
  }

  /** The next uniform number in the open interval (0, 1). */
  uniform(): number {
    return (this.word() + 0.5) * 2 ** -32;
  }

  /** The next standard normal number. */
  normal(): number {
    for (;;) {
      const word = this.word();
      const layer = word & 0xff;
      const sign = word & 0x100 ? -1 : 1;
      const position = word >>> 9;
      const x = (position + 0.5) * step[layer];
      if (position < inside[layer]) return sign * x;
      if (layer === 0) return sign * this.#tail();
      if (height[layer] + this.uniform() * (height[layer + 1] - height[layer]) < density(x)) return sign * x;
    }
  }

  /** Fills `out` with normal numbers of this mean and standard deviation; returns `out`. */
  normals<T extends Float32Array | Float64Array>(out: T, mean = 0, std = 1): T {
    [mean, std] = asStored(out, mean, std);
    for (let i = 0; i < out.length; i++) out[i] = mean + std * this.normal();
    return out;
  }

  /** Fills `out` with uniform numbers between `low` and `high`; returns `out`. */
  uniforms<T extends Float32Array | Float64Array>(out: T, low = 0, high = 1): T {
    [low, high] = asStored(out, low, high);
    const span = high - low;
    for (let i = 0; i < out.length; i++) out[i] = low + span * this.uniform();
    return out;
  }

  /** Fills `out` with normal numbers between two bounds, each proposed until it is accepted; returns `out`. */
  truncatedNormals(out: Float32Array, truncated: Truncated): Float32Array {
    const { mass } = truncated;
    const [mean, std, low, high] = asStored(out, truncated.mean, truncated.std, truncated.low, truncated.high);
    const peak = (Math.max(low, Math.min(mean, high)) - mean) / std;
    const propose = mass > UNIFORM_BELOW ? () => mean + std * this.normal() : () => low + (high - low) * this.uniform();
    // "Not above": a density that is NaN, for want of a finite mean or std, takes whatever lies between the bounds.
    const accepts = (x: number) =>
      mass > UNIFORM_BELOW ? x >= low && x <= high : !(Math.log(this.uniform()) > (peak * peak - ((x - mean) / std) ** 2) / 2);
    for (let i = 0; i < out.length; i++) {
      let x = propose();
      while (!accepts(x)) x = propose();
      out[i] = x;
    }
    return out;
  }

  /** 0 … n − 1 in random order (Fisher & Yates). */
  permutation(n: number): Uint32Array {
    const order = Uint32Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < n - 1; i++) {
      const other = i + Math.floor(this.uniform() * (n - i));
      [order[i], order[other]] = [order[other], order[i]];
    }
    return order;
  }

  /** A normal number beyond TAIL (Marsaglia 1964, as quoted by Marsaglia & Tsang 2000, p. 2). */
  #tail(): number {
    for (;;) {
      const x = -Math.log(this.uniform()) / TAIL;
      if (-2 * Math.log(this.uniform()) > x * x) return TAIL + x;
    }
  }
}

/** A law's parameters in the precision of the numbers that it makes: two ways to compute one std then draw the same weights. */
function asStored(out: Float32Array | Float64Array, ...parameters: number[]): number[] {
  return out instanceof Float32Array ? parameters.map(Math.fround) : parameters;
}
