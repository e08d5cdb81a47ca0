import { betaQuantile } from '../distribution/index.ts';
import { nonNegativeInteger, ParameterError, positiveInteger, probability } from '../parameter.ts';
import type { Finding } from './interval.ts';

/** Clopper & Pearson's exact two-sided interval for a proportion, `successes` out of `n`, at confidence 1 − alpha. */
export function clopperPearson(successes: number, n: number, alpha: number): Finding {
  probability('alpha', alpha);
  positiveInteger('n', n);
  if (nonNegativeInteger('successes', successes) > n) throw new ParameterError('successes', `at most n = ${n}`, successes);
  const failures = n - successes;
  const lo = successes === 0 ? 0 : betaQuantile(successes, failures + 1, alpha / 2);
  // The upper limit by symmetry: 1 − alpha/2 would round to 1.
  const hi = failures === 0 ? 1 : 1 - betaQuantile(failures, successes + 1, alpha / 2);
  return { estimate: successes / n, interval: { lo, hi, method: 'Clopper–Pearson' } };
}
