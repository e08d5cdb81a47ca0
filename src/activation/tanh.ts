import type { Activation } from './activation.ts';

/** φ(x) = tanh x, with φ′ = 1 − tanh² x. */
export const tanh: Activation = {
  name: 'tanh',
  phi: Math.tanh,
  derivative: (x) => 1 - Math.tanh(x) ** 2,
  kinks: [],
  homogeneous: false,
  bound: 1,
};
