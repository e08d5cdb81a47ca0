import { probability } from '../parameter.ts';
import { cephes } from './cephes.ts';

/** Standard normal distribution function, P(Z ≤ x). */
export function normalCdf(x: number): number {
  if (x === Infinity) return 1;
  return x === -Infinity ? 0 : cephes.ndtr(x);
}

/** Standard normal quantile: the x with P(Z ≤ x) = p, p in (0, 1). */
export const normalQuantile = (p: number): number => cephes.ndtri(probability('p', p));
