import { root } from '../numeric/index.ts';
import { probability } from '../parameter.ts';
import { cephes, underflowIsZero } from './cephes.ts';

/** Distribution function of Beta(a, b), P(X ≤ x); a, b > 0, x in [0, 1]. */
export const betaCdf = (a: number, b: number, x: number): number => underflowIsZero(() => cephes.incbet(a, b, x));

/**
 * Quantile of the Beta(a, b) distribution: the x with P(X ≤ x) = p; a, b > 0, p in (0, 1).
 *
 * A root of the distribution function: cephes' own inverse loses its digits in tails below 1e-9.
 */
export function betaQuantile(a: number, b: number, p: number): number {
  probability('p', p);
  return root((x) => betaCdf(a, b, x) - p, 0, 1);
}
