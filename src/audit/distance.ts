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
  const most = step * n;
  let [distance, seen, pending] = [0, 0, 0];
  const look = (x: number) => {
    distance = Math.max(distance, Math.abs(seen / n - cdf(x)));
    pending = 0;
  };
  /** A bin, and the ends between which it lies. */
  const pass = (count: number, from: number, to: number) => {
    if (count === 0) return;
    if (seen === 0 || (pending > 0 && count > most)) look(from);
    seen += count;
    pending += count;
    if (pending > most || seen === n) look(to);
  };
  for (let bin = INFINITE - 1; bin > 0; bin--) pass(bins[BINS / 2 + bin], -cuts[bin + 1], -cuts[bin]);
  pass(bins[0] + bins[BINS / 2], -cuts[1], cuts[1]);
  for (let bin = 1; bin < INFINITE; bin++) pass(bins[bin], cuts[bin], cuts[bin + 1]);
  return distance;
}
