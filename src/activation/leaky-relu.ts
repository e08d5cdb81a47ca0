import { finite } from '../parameter.ts';
import type { Activation, ClosedForms } from './activation.ts';
import { relu } from './relu.ts';

/** φ(x) = x for x > 0, else slope · x; the default slope is PyTorch's 0.01 (`torch.nn.LeakyReLU`). */
export function leakyRelu(slope = 0.01): Activation {
  finite('slope', slope);
  return {
    name: 'leaky_relu',
    phi: (x) => (x > 0 ? x : slope * x),
    derivative: (x) => (x > 0 ? 1 : slope),
    kinks: [0],
    homogeneous: true,
    bound: Infinity,
    slope,
    closed: closedForms(slope),
  };
}

/**
 * From ReLU's by φ(x) = slope·x + (1 − slope)·relu(x), where E[u₁ relu(u₂)] = qc/2 by Stein's lemma.
 *
 * For slope·c < 0 the product's two terms have opposite signs: it is right to rounding of the larger.
 */
function closedForms(slope: number): ClosedForms {
  const { mean, product, derivativeProduct } = relu.closed;
  const rest = 1 - slope;
  return {
    mean: (q) => rest * mean(q),
    product: (q, c) => slope * q * c + rest ** 2 * product(q, c),
    derivativeProduct: (q, c) => slope + rest ** 2 * derivativeProduct(q, c),
  };
}
