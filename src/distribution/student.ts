import { positiveInteger, probability } from '../parameter.ts';
import { cephes } from './cephes.ts';

/** Quantile of Student's t with `df` degrees of freedom (a positive integer): the x with P(T ≤ x) = p, p in (0, 1). */
export const studentQuantile = (df: number, p: number): number => cephes.stdtri(positiveInteger('df', df), probability('p', p));
