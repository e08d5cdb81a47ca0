import { finite } from '../parameter.ts';
import type { Activation } from './activation.ts';

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
  };
}
