import seedrandom from 'seedrandom';
import { type Source, type Truncated, UNIFORM_BELOW } from './source.ts';
import { Supply } from './supply.ts';

/** What a run is seeded with: any text or number; `1` and `'1'` are the same seed. */
export type Seed = string | number;

/** Seed and label as one text. Escaped as in a JSON pointer (RFC 6901), or seed 1/0 with label x would be seed 1 with label 0/x. */
export function seedAndLabel(seed: Seed, label: string): string {
  return `${String(seed).replaceAll('~', '~0').replaceAll('/', '~1')}/${label}`;
}

/**
 * Numbers drawn from a seed and a label, independent of every other stream; words and uniforms are drawn from one half of it,
 * normals from the other, so that neither depends on how many of the other were drawn.
 *
 * `seedrandom` hashes `seed/label` to the bits from which eight xoshiro128** generators start, four for each half. The normals are made
 * by Box & Muller's transform in float32, of which all have the precision. WebAssembly draws the same numbers on every machine.
 */
export class Stream implements Source {
  readonly #words: Supply;
  readonly #normals: Supply;

  constructor(seed: Seed, label: string) {
    const hash = seedrandom(seedAndLabel(seed, label));
    const start = () => Int32Array.from({ length: 16 }, () => hash.int32());
    this.#words = new Supply('words', start());
    this.#normals = new Supply('normals', start());
  }

  /** The next 32 random bits, as an integer in [0, 2³²). */
  word(): number {
    return this.#words.next();
  }

  /** The next uniform number in the open interval (0, 1). */
  uniform(): number {
    return (this.word() + 0.5) * 2 ** -32;
  }

  /** The next standard normal number, a float32. */
  normal(): number {
    return this.#normals.next();
  }

  /** Fills `out` with normal numbers of this mean and standard deviation; returns `out`. */
  normals<T extends Float32Array | Float64Array>(out: T, mean = 0, std = 1): T {
    [mean, std] = asStored(out, mean, std);
    for (let i = 0; i < out.length;) {
      const made = out instanceof Float32Array ? this.#normals.fill(out, i, mean, std) : 0;
      if (made === 0) out[i] = mean + std * this.normal();
      i += made || 1;
    }
    return out;
  }

  /** Fills `out` with uniform numbers between `low` and `high`; returns `out`. */
  uniforms<T extends Float32Array | Float64Array>(out: T, low = 0, high = 1): T {
    [low, high] = asStored(out, low, high);
    const span = high - low;
    for (let i = 0; i < out.length;) {
      const made = out instanceof Float32Array ? this.#words.fill(out, i, low, span) : 0;
      if (made === 0) out[i] = low + span * this.uniform();
      i += made || 1;
    }
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
}

/** A law's parameters in the precision of the numbers that it makes: two ways to compute one std then draw the same weights. */
function asStored(out: Float32Array | Float64Array, ...parameters: number[]): number[] {
  return out instanceof Float32Array ? parameters.map(Math.fround) : parameters;
}
