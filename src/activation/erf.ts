import { erf as errorFunction } from '../distribution/index.ts';
import type { Activation, ClosedForms } from './activation.ts';

const TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

/**
 * Williams 1997, "Computing with infinite networks" (Rasmussen & Williams 2006, eq. 4.29): (2/π)·arcsin(2qc/(1 + 2q)), and by Price's theorem its derivative by the covariance qc.
 *
 * With a, b = 1 + 2q(1 ∓ c) the arcsine is an arctangent that keeps its digits near c = ±1, and ab = (1 + 2q)² − (2qc)² cancels nothing.
 */
const closed: ClosedForms = {
  mean: () => 0,
  product: (q, c) => (2 / Math.PI) * Math.atan2(2 * q * c, rootOfDeterminant(q, c)),
  derivativeProduct: (q, c) => 4 / (Math.PI * rootOfDeterminant(q, c)),
};

/** √ab, root by root: ab may overflow. */
const rootOfDeterminant = (q: number, c: number) => Math.sqrt(1 + 2 * q * (1 - c)) * Math.sqrt(1 + 2 * q * (1 + c));

/** φ(x) = erf x, `torch.erf`, with φ′(x) = (2/√π)·e^{−x²}. */
export const erf: Activation = {
  name: 'erf',
  phi: errorFunction,
  derivative: (x) => TWO_OVER_ROOT_PI * Math.exp(-x * x),
  kinks: [],
  homogeneous: false,
  bound: 1,
  closed,
};
