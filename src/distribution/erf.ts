import { cephes, underflowIsZero } from './cephes.ts';

/** Beyond ±6 erf is ±1 to float64 (1 − erf 6 = 2e-17); cephes throws for an underflow on its way there. */
const FLAT = 6;

/** The error function erf x = (2/√π) ∫₀ˣ e^{−t²} dt, in [−1, 1] (DLMF 7.2.1). */
export const erf = (x: number): number => (Math.abs(x) > FLAT ? Math.sign(x) : cephes.erf(x));

/** Its complement 1 − erf x, in [0, 2], with all digits where erf x is near 1 (DLMF 7.2.2); below 1e-308 it is 0. */
export const erfc = (x: number): number => (x < -FLAT ? 2 : underflowIsZero(() => cephes.erfc(x)));
