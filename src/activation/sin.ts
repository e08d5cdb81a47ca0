import type { Activation, ClosedForms } from './activation.ts';

/**
 * e^{−q}·sinh(qc) and e^{−q}·cosh(qc), the real parts of the normal law's characteristic function, (e^{−q(1−c)} ∓ e^{−q(1+c)})/2.
 *
 * The larger exponential is taken out, so that nothing overflows, and nothing cancels at small qc.
 * The rounding of q(1 − |c|), an exponent, is a relative error of that many ε.
 */
const closed: ClosedForms = {
  mean: () => 0,
  product: (q, c) => (-Math.sign(c) * larger(q, c) * Math.expm1(-2 * q * Math.abs(c))) / 2,
  derivativeProduct: (q, c) => (larger(q, c) * (1 + Math.exp(-2 * q * Math.abs(c)))) / 2,
};

const larger = (q: number, c: number) => Math.exp(-q * (1 - Math.abs(c)));

/** φ(x) = sin x, `torch.sin`: the periodic activation of Sitzmann et al. 2020 (SIREN), at ω₀ = 1. */
export const sin: Activation = {
  name: 'sin',
  phi: Math.sin,
  derivative: Math.cos,
  kinks: [],
  homogeneous: false,
  bound: 1,
  closed,
};
