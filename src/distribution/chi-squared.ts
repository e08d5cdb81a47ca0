import { cephes, underflowIsZero } from './cephes.ts';

/** Distribution function of χ² with `df` degrees of freedom, P(χ² ≤ x); with df = 0 all mass is at 0. */
export function chiSquaredCdf(df: number, x: number): number {
  if (x < 0) return 0;
  if (df === 0 || x === Infinity) return 1;
  if (x === 0) return 0;
  return underflowIsZero(() => cephes.chdtr(df, x));
}
