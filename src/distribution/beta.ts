import { probability } from '../parameter.ts';
import { cephes } from './cephes.ts';

/** Quantile of the Beta(a, b) distribution: the x with P(X ≤ x) = p; a, b > 0, p in (0, 1). */
export const betaQuantile = (a: number, b: number, p: number): number => cephes.incbi(a, b, probability('p', p));
