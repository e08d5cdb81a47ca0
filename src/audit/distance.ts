import type { FilledBins } from './filled-bins.ts';

/**
 * Kolmogorov's distance of numbers from a law, at the ends of their bins: never more than the distance itself, and less by what the law gives one
 * bin (1/128 of a power of two) at most, and by `step`.
 *
 * @param cdf of a law without atoms.
 * @param step the share of numbers that is passed over without looking.
 */
export function distance({ from, to, counts }: FilledBins, n: number, cdf: (x: number) => number, step: number): number {
  const most = step * n;
  let [distance, seen, pending] = [0, 0, 0];
  const look = (x: number) => {
    distance = Math.max(distance, Math.abs(seen / n - cdf(x)));
    pending = 0;
  };
  for (let bin = 0; bin < counts.length; bin++) {
    if (seen === 0 || (pending > 0 && counts[bin] > most)) look(from[bin]);
    seen += counts[bin];
    pending += counts[bin];
    if (pending > most || seen === n) look(to[bin]);
  }
  return distance;
}
