import { oneOf, positiveInteger } from '../parameter.ts';

/** A format holds numbers below 2 to this power. */
const EXPONENTS = { float32: 128, float64: 1024 };

/**
 * The layer at which N(0, 1) weights without an activation leave the floating-point format: the std after layer l is √n^(l+1), so
 * the first layer that does not fit is ⌈128/log₂√n⌉ − 1 in float32, counted from 0: 31 at n = 256, and 255 in float64.
 */
export function overflowLayer(n: number, format: 'float32' | 'float64' = 'float32'): number {
  const exponent = EXPONENTS[oneOf('format', format, ['float32', 'float64'])];
  return Math.ceil(exponent / Math.log2(Math.sqrt(positiveInteger('n', n)))) - 1;
}
