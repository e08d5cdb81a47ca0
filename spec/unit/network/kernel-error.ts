import type { Activation, ActivationName } from '../../../src/activation/index.ts';

/** What float32 kernels may do to φ(z) and to φ′(z) of a z that is exact, in units of u = 2⁻²⁴. */
interface KernelError {
  readonly phi: (z: number, phi: number) => number;
  readonly derivative: (z: number) => number;
}

const none: KernelError = { phi: () => 0, derivative: () => 0 };

/**
 * Kernels of one function are right to 8 u of their value: over [−6, 6] the worst of tensorflow, wasm and cpu was 7.1 u (sigmoid
 * on tensorflow). cpu's erf, Abramowitz & Stegun's 7.1.26, is off by 1.5e-7 = 2.5 u and a rounding, at any value: ERF.
 *
 * What is composed of kernels is off by theirs times what they are multiplied with, and by one u for each operation; where it
 * is a difference, errors are of its terms and not of its value.
 */
const KERNEL_ERROR: Record<ActivationName, KernelError> = {
  linear: none,
  relu: none,
  hardtanh: none,
  // The slope is rounded, then the product.
  leaky_relu: { phi: (_, h) => 2 * Math.abs(h), derivative: () => 2 },
  // φ′ is 1 − h².
  tanh: { phi: (_, h) => 8 * Math.abs(h), derivative: () => 18 },
  // φ′ is h(1 − h), at most 1/4.
  sigmoid: { phi: (_, h) => 8 * Math.abs(h), derivative: () => 8 },
  erf: { phi: (_, h) => 8 * Math.abs(h) + 4, derivative: () => 12 },
  sin: { phi: () => 8, derivative: () => 8 },
  elu: { phi: (_, h) => 9 * Math.abs(h), derivative: () => 10 },
  // Left of 0 φ is λα(eᶻ − 1), and no expm1.
  selu: { phi: (_, h) => 8 * (Math.abs(h) + 2), derivative: () => 20 },
  // φ is z/2·(1 + erf), φ′ is (1 + erf)/2 + z·(normal density).
  gelu: { phi: (z) => 10 * Math.abs(z), derivative: (z) => 10 * (1 + Math.abs(z)) },
  // tanh's argument y is right to 8 u, and y·tanh′(y) is below 1/2; in φ′ tanh′, off by 18, is multiplied with z(1 + z²/7.5)/2.5.
  gelu_tanh: { phi: (z) => 8 * Math.abs(z), derivative: (z) => 10 * (1 + Math.abs(z)) + 2 * Math.abs(z) ** 3 },
  silu: { phi: (_, h) => 10 * Math.abs(h), derivative: (z) => 10 * (1 + Math.abs(z)) },
  // tensorflow is off by 5 u of the value, cpu's ln(1 + eᶻ) by 1 + eᶻ's rounding.
  softplus: { phi: (_, h) => 8 * Math.abs(h) + 1, derivative: () => 8 },
};

export const kernelError = ({ name }: Activation): KernelError => KERNEL_ERROR[name];

/**
 * How far f moves where z moves by `error`. The ends of the interval move the farthest: so they do of a parabola, which any of
 * our functions is on an interval of 1e-5, and of two straight lines that meet.
 */
export function moved(f: (z: number) => number, z: number, error: number): number {
  const at = f(z);
  return Math.max(Math.abs(f(z - error) - at), Math.abs(f(z + error) - at));
}
