import { root } from '../numeric/index.ts';
import { positiveInteger, probability } from '../parameter.ts';
import { cephes, underflowIsZero } from './cephes.ts';

/** Distribution function of χ² with `df` degrees of freedom, P(χ² ≤ x); with df = 0 all mass is at 0. */
export function chiSquaredCdf(df: number, x: number): number {
  if (x < 0) return 0;
  if (df === 0 || x === Infinity) return 1;
  // The smaller tail is the one that may underflow, and the one that cephes has all digits of.
  return x > df ? 1 - underflowIsZero(() => cephes.chdtrc(df, x)) : underflowIsZero(() => cephes.chdtr(df, x));
}

/** Quantile of χ² with `df` degrees of freedom (a positive integer): the x with P(χ² ≤ x) = p, p in (0, 1). */
export function chiSquaredQuantile(df: number, p: number): number {
  positiveInteger('df', df);
  probability('p', p);
  let far = df;
  while (chiSquaredCdf(df, far) < p) far *= 2;
  return root((x) => chiSquaredCdf(df, x) - p, 0, far);
}
