import { positive } from '../parameter.ts';
import type { Activation } from './activation.ts';

/**
 * φ(x) = x for x > 0, else α(eˣ − 1): `torch.nn.functional.elu` (Clevert et al. 2016, eq. 15).
 *
 * φ′(0) = α, as PyTorch's autograd has it; with α = 1 that is the right derivative too, and there is no kink.
 *
 * @throws ParameterError unless α is a finite number > 0.
 */
export function elu(alpha = 1): Activation {
  positive('alpha', alpha);
  return {
    name: 'elu',
    phi: (x) => (x > 0 ? x : alpha * Math.expm1(x)),
    derivative: (x) => (x > 0 ? 1 : alpha * Math.exp(x)),
    kinks: alpha === 1 ? [] : [0],
    homogeneous: false,
    bound: Infinity,
    alpha,
  };
}
