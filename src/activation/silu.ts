import type { Activation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

/** φ(x) = x·σ(x) with σ the logistic function, `torch.nn.functional.silu` (Elfwing et al. 2018; "swish" at β = 1), φ′ = σ(x)(1 + x·σ(−x)). */
export const silu: Activation = {
  name: 'silu',
  phi: (x) => x * sigmoid.phi(x),
  derivative: (x) => sigmoid.phi(x) * (1 + x * sigmoid.phi(-x)),
  kinks: [],
  homogeneous: false,
  bound: Infinity,
};
