import { probability } from '../parameter.ts';
import { cephes } from './cephes.ts';

/** Standard normal distribution function, P(Z ≤ x). */
export const normalCdf = (x: number): number => cephes.ndtr(x);

/** Standard normal quantile: the x with P(Z ≤ x) = p, p in (0, 1). */
export const normalQuantile = (p: number): number => cephes.ndtri(probability('p', p));
