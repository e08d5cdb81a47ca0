import type { Activation } from './activation.ts';

/** φ(x) = max(0, x), with φ′(0) = 0 as in `torch.relu`. */
export const relu: Activation = {
  name: 'relu',
  phi: (x) => Math.max(0, x),
  derivative: (x) => (x > 0 ? 1 : 0),
  kinks: [0],
  homogeneous: true,
  bound: Infinity,
};
