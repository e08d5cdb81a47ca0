import type { Activation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

/**
 * φ(x) = ln(1 + eˣ), `torch.nn.functional.softplus` at β = 1 (Dugas et al. 2001), with φ′ the logistic function.
 *
 * This is the mathematical one; above its threshold of 20 PyTorch gives x, which is less by e^{−x} < 2.1e-9.
 */
export const softplus: Activation = {
  name: 'softplus',
  phi: (x) => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x))),
  derivative: sigmoid.phi,
  kinks: [],
  homogeneous: false,
  bound: Infinity,
};
