import type { Activation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

const SCALE = 2 * Math.sqrt(2 / Math.PI);
const CUBIC = 0.044715;

/**
 * φ(x) = x/2·(1 + tanh(√(2/π)·(x + 0.044715x³))), `torch.nn.functional.gelu(approximate='tanh')` (Hendrycks & Gimpel 2016, section 2).
 *
 * Written as x·σ(y) with σ the logistic function and y twice the argument of tanh: 1 + tanh would cancel in the lower tail.
 */
export const geluTanh: Activation = {
  name: 'gelu_tanh',
  phi: (x) => x * sigmoid.phi(argument(x)),
  derivative: (x) => {
    const y = argument(x);
    const step = sigmoid.derivative(y);
    // Where σ′ is 0 in float64, its factors may be infinite.
    return sigmoid.phi(y) + (step === 0 ? 0 : x * step * SCALE * (1 + 3 * CUBIC * x * x));
  },
  kinks: [],
  homogeneous: false,
  bound: Infinity,
};

const argument = (x: number): number => SCALE * (x + CUBIC * x * x * x);
