import { probability } from '../parameter.ts';
import { cephes } from './cephes.ts';
import { erfc } from './erf.ts';

/** Standard normal distribution function, P(Z ≤ x). By erfc, for cephes' own loses the tail below −26 and knows no x beyond 9e4. */
export const normalCdf = (x: number): number => erfc(-x * Math.SQRT1_2) / 2;

/** Standard normal quantile: the x with P(Z ≤ x) = p, p in (0, 1). */
export const normalQuantile = (p: number): number => cephes.ndtri(probability('p', p));
