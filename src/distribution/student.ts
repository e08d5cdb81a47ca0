import { root } from '../numeric/index.ts';
import { positiveInteger, probability } from '../parameter.ts';
import { betaCdf } from './beta.ts';

/** P(T > t) of Student's t with `df` degrees of freedom, t ≥ 0 (Abramowitz & Stegun 26.7.1). */
const upperTail = (df: number, t: number): number => betaCdf(df / 2, 0.5, df / (df + t * t)) / 2;

/**
 * Quantile of Student's t with `df` degrees of freedom (a positive integer): the x with P(T ≤ x) = p, p in (0, 1).
 *
 * A root of the tail: cephes' own inverse is off by 1e-4 at df = 255, p = 1e-12, and by a factor of 43 at df = 10⁶.
 */
export function studentQuantile(df: number, p: number): number {
  positiveInteger('df', df);
  probability('p', p);
  if (p > 0.5) return -studentQuantile(df, 1 - p);
  if (p === 0.5) return 0;
  let far = 1;
  while (upperTail(df, far) > p) far *= 2;
  return -root((t) => upperTail(df, t) - p, 0, far);
}
