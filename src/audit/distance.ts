import type { Dtype } from '../checkpoint/index.ts';
import { BINS, cutPoints, INFINITE } from './cut-points.ts';

/** Numbers by the bins that they lie in. */
export interface Counts {
  /** By the upper 16 bits of each as a float32. */
  readonly bins: Uint32Array;
  /** How many lie in them. */
  readonly n: number;
  readonly dtype: Dtype;
}

/**
 * Kolmogorov's distance of numbers from a law, at the ends of their bins: never more than the distance itself, and less by what the law gives one
 * bin (1/128 of a power of two) at most, and by `step`.
 *
 * @param cdf of a law without atoms.
 * @param step the share of numbers that is passed over without looking.
 */
export function distance({ bins, n, dtype }: Counts, cdf: (x: number) => number, step: number): number {
  const cuts = cutPoints(dtype);
  const walk = new Walk(n, cdf, step);
  for (let bin = INFINITE - 1; bin > 0; bin--) walk.pass(bins[BINS / 2 + bin], -cuts[bin + 1], -cuts[bin]);
  walk.pass(bins[0] + bins[BINS / 2], -cuts[1], cuts[1]);
  for (let bin = 1; bin < INFINITE; bin++) walk.pass(bins[bin], cuts[bin], cuts[bin + 1]);
  return walk.distance;
}

/**
 * As `distance`, of the numbers' absolute values from those of a law that is symmetric about 0: where both are symmetric, and of different shapes, it is
 * twice as large.
 */
export function absoluteDistance({ bins, n, dtype }: Counts, cdf: (x: number) => number, step: number): number {
  const cuts = cutPoints(dtype);
  const walk = new Walk(n, (x) => 1 - 2 * cdf(-x), step);
  for (let bin = 0; bin < INFINITE; bin++) walk.pass(bins[bin] + bins[BINS / 2 + bin], cuts[bin], cuts[bin + 1]);
  return walk.distance;
}

/** A walk over bins, from the lowest up. */
class Walk {
  distance = 0;
  #seen = 0;
  #pending = 0;
  readonly #n: number;
  readonly #cdf: (x: number) => number;
  readonly #most: number;

  constructor(n: number, cdf: (x: number) => number, step: number) {
    [this.#n, this.#cdf, this.#most] = [n, cdf, step * n];
  }

  /** Passes a bin that lies between two numbers. */
  pass(count: number, from: number, to: number): void {
    if (count === 0) return;
    if (this.#seen === 0 || (this.#pending > 0 && count > this.#most)) this.#look(from);
    this.#seen += count;
    this.#pending += count;
    if (this.#pending > this.#most || this.#seen === this.#n) this.#look(to);
  }

  #look(x: number): void {
    this.distance = Math.max(this.distance, Math.abs(this.#seen / this.#n - this.#cdf(x)));
    this.#pending = 0;
  }
}
