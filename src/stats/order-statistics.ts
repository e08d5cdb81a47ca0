import { quantileSorted } from 'simple-statistics';
import { binomialCdf, binomialSurvival } from '../distribution/index.ts';
import { probability } from '../parameter.ts';
import type { Finding } from './interval.ts';

/**
 * Distribution-free interval for a population's p-quantile, between two order statistics (David & Nagaraja 2003, section 7.1).
 *
 * An end for which the sample is too small is infinite.
 */
export function orderStatistics(values: readonly number[], p: number, alpha: number): Finding {
  probability('p', p);
  probability('alpha', alpha);
  const n = values.length;
  const method = 'order statistics';
  // A NaN has no place among the others, and so no quantile has one either.
  if (values.some(Number.isNaN)) return { estimate: Number.NaN, interval: { lo: Number.NaN, hi: Number.NaN, method } };
  const sorted = values.toSorted((a, b) => a - b);
  // P(X₍ᵣ₎ > q) = P(Bin(n, p) ≤ r − 1), and P(X₍ᵣ₎ < q) ≤ P(Bin(n, p) ≥ r).
  let below = 0;
  while (below < n && binomialCdf(below, n, p) <= alpha / 2) below++;
  let above = n;
  while (above > 0 && binomialSurvival(above - 1, n, p) <= alpha / 2) above--;
  const lo = below === 0 ? -Infinity : sorted[below - 1];
  const hi = above === n ? Infinity : sorted[above];
  return { estimate: quantileOf(sorted, p), interval: { lo, hi, method } };
}

/** R-7's quantile; between two infinities of one sign, where interpolation has no number, that infinity. */
function quantileOf(sorted: number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === above ? below : quantileSorted(sorted, p);
}
