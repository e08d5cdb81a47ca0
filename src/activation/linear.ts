import type { Activation } from './activation.ts';

/** φ(x) = x: a layer without an activation. */
export const linear: Activation = {
  name: 'linear',
  phi: (x) => x,
  derivative: () => 1,
  kinks: [],
  homogeneous: true,
  bound: Infinity,
  closed: { mean: () => 0, product: (q, c) => q * c, derivativeProduct: () => 1 },
};
