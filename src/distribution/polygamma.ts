import { cephes } from './cephes.ts';

/** Digamma ψ(x) = (ln Γ)′(x), x > 0. */
export const digamma = (x: number): number => cephes.psi(x);

/** Trigamma ψ₁(x) = (ln Γ)″(x), x > 0: Hurwitz' ζ(2, x) (DLMF 5.15.1). */
export const trigamma = (x: number): number => cephes.zeta(2, x);
