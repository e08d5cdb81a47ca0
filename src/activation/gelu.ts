import { erfc, normalDensity } from '../distribution/index.ts';
import type { Activation } from './activation.ts';
import { geluClosed } from './gelu-closed.ts';

/** P(Z ≤ x) by erfc, which has its digits in the lower tail, where PyTorch's 1 + erf has none; relative error about x²ε. */
const cdf = (x: number): number => erfc(-x * Math.SQRT1_2) / 2;

/** φ(x) = x·Φ(x), `torch.nn.functional.gelu` (Hendrycks & Gimpel 2016, section 2), with φ′ = Φ + x·Φ′. */
export const gelu: Activation = {
  name: 'gelu',
  phi: (x) => x * cdf(x),
  derivative: (x) => cdf(x) + x * normalDensity(x),
  kinks: [],
  homogeneous: false,
  bound: Infinity,
  closed: geluClosed,
};
