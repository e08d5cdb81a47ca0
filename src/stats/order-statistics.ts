import { quantile } from 'simple-statistics';
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
  const sorted = values.toSorted((a, b) => a - b);
  // P(X₍ᵣ₎ > q) = P(Bin(n, p) ≤ r − 1), and P(X₍ᵣ₎ < q) ≤ P(Bin(n, p) ≥ r).
  let below = 0;
  while (below < n && binomialCdf(below, n, p) <= alpha / 2) below++;
  let above = n;
  while (above > 0 && binomialSurvival(above - 1, n, p) <= alpha / 2) above--;
  const lo = below === 0 ? -Infinity : sorted[below - 1];
  const hi = above === n ? Infinity : sorted[above];
  return { estimate: quantile(sorted, p), interval: { lo, hi, method: 'order statistics' } };
}
