import { mean, sampleSkewness, sampleStandardDeviation } from 'simple-statistics';
import { studentQuantile } from '../distribution/index.ts';
import { ParameterError, probability } from '../parameter.ts';
import type { Finding } from './interval.ts';

/**
 * Student's two-sided t interval for the mean of a near-normal population, at confidence 1 − alpha.
 *
 * A sample with a value that is not finite has no finite mean: the interval is then that point, ±∞ or NaN.
 *
 * @param values at least two.
 */
export function student(values: readonly number[], alpha: number): Finding {
  probability('alpha', alpha);
  const n = values.length;
  if (n < 2) throw new ParameterError('values', 'a sample of two or more', n);
  const method = 't';
  if (!values.every(Number.isFinite)) {
    const estimate = values.reduce((sum, value) => sum + value, 0);
    return { estimate, interval: { lo: estimate, hi: estimate, method } };
  }
  const estimate = mean(values);
  const half = (-studentQuantile(n - 1, alpha / 2) * sampleStandardDeviation(values)) / Math.sqrt(n);
  return { estimate, interval: { lo: estimate - half, hi: estimate + half, method } };
}

/** At a skewness beyond this, t's error rate at tiny alpha is more than ten times the nominal one. */
export const LARGEST_SKEW = 0.35;

/** The t interval runs at this share of its alpha, so that a skewness up to LARGEST_SKEW leaves the declared alpha honest. */
export const STUDENT_SHARE = 0.1;

/** How many standard errors a sample's skewness must lie beyond the limit before the sample is called too skewed. */
const BEYOND = 4;

/**
 * Whether a sample shows that its population is too skewed for t: its skewness lies beyond ±LARGEST_SKEW by more than four
 * standard errors (under normality √(6n(n−1)/((n−2)(n+1)(n+3))), Joanes & Gill 1998).
 */
export function tooSkewed(values: readonly number[]): boolean {
  const n = values.length;
  if (n < 3 || !values.every(Number.isFinite) || values.every((value) => value === values[0])) return false;
  const standardError = Math.sqrt((6 * n * (n - 1)) / ((n - 2) * (n + 1) * (n + 3)));
  return Math.abs(sampleSkewness(values)) > LARGEST_SKEW + BEYOND * standardError;
}
