import { normalQuantile } from '../distribution/index.ts';
import { probability } from '../parameter.ts';
import type { Finding } from './interval.ts';

/**
 * Interval for E[w²]/σ² of weights whose law states the kurtosis κ: the observed ratio ± z·√((κ − 1)/N), at confidence 1 − alpha.
 *
 * The spread is the law's own, not the sample's: Var(w²) = σ⁴(κ − 1). Normal by the central limit theorem: use it for N in
 * the thousands.
 *
 * @param squares the values of w²/σ².
 */
export function meanSquare(squares: readonly number[], kurtosis: number, alpha: number): Finding {
  const n = squares.length;
  const estimate = squares.reduce((sum, square) => sum + square, 0) / n;
  const half = -normalQuantile(probability('alpha', alpha) / 2) * Math.sqrt((kurtosis - 1) / n);
  return { estimate, interval: { lo: estimate - half, hi: estimate + half, method: 'κ-aware normal' } };
}
