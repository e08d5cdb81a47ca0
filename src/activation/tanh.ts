import type { Activation } from './activation.ts';

/** φ(x) = tanh x, with φ′ = 1/cosh² x, which keeps the digits that 1 − tanh² x loses in the tails. */
export const tanh: Activation = {
  name: 'tanh',
  phi: Math.tanh,
  derivative: (x) => (1 / Math.cosh(x)) ** 2,
  kinks: [],
  homogeneous: false,
  bound: 1,
};
