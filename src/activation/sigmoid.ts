import type { Activation } from './activation.ts';

/** The logistic function; of the two ways to write it the one whose exponential does not overflow. */
const logistic = (x: number): number => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x)));

/** φ(x) = 1/(1 + e^{−x}), `torch.sigmoid`, with φ′(x) = φ(x)φ(−x). */
export const sigmoid: Activation = {
  name: 'sigmoid',
  phi: logistic,
  derivative: (x) => logistic(x) * logistic(-x),
  kinks: [],
  homogeneous: false,
  bound: 1,
};
