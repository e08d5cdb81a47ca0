import { cephes, underflowIsZero } from './cephes.ts';

/** Distribution function of Bin(n, p), P(K ≤ k), p in (0, 1). */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : underflowIsZero(() => cephes.bdtr(k, n, p));
}

/** Upper tail of Bin(n, p), P(K > k), accurate where 1 − P(K ≤ k) is not. */
export function binomialSurvival(k: number, n: number, p: number): number {
  if (k < 0) return 1;
  return k >= n ? 0 : underflowIsZero(() => cephes.bdtrc(k, n, p));
}

/** Probability of Bin(n, p) at k, P(K = k), p in (0, 1). */
export function binomialPmf(k: number, n: number, p: number): number {
  const logChoose = cephes.lgam(n + 1) - cephes.lgam(k + 1) - cephes.lgam(n - k + 1);
  return Math.exp(logChoose + k * Math.log(p) + (n - k) * Math.log1p(-p));
}
