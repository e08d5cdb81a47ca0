import { studentQuantile } from '../distribution/index.ts';
import { probability } from '../parameter.ts';
import type { Finding } from './interval.ts';

/** What is kept of a sample. */
export interface Sampled {
  readonly mean: number;
  /** Bessel-corrected. */
  readonly std: number;
  readonly n: number;
}

/**
 * Welch's two-sided t interval for the difference of two near-normal populations' means, second minus first, at confidence 1 − alpha, with
 * Satterthwaite's degrees of freedom, rounded down (Biometrika 34, 1947).
 *
 * Where a mean is not finite, so is the difference: the interval is that point, or NaN.
 */
export function welch(first: Sampled, second: Sampled, alpha: number): Finding {
  probability('alpha', alpha);
  const method = 'Welch t';
  const estimate = second.mean - first.mean;
  const [a, b] = [first.std ** 2 / first.n, second.std ** 2 / second.n];
  if (!Number.isFinite(estimate) || a + b === 0) return { estimate, interval: { lo: estimate, hi: estimate, method } };
  const df = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
  const half = -studentQuantile(Math.max(1, Math.floor(df)), alpha / 2) * Math.sqrt(a + b);
  return { estimate, interval: { lo: estimate - half, hi: estimate + half, method } };
}
