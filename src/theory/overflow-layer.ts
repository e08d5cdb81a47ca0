import { positiveInteger } from '../parameter.ts';

/** float32 holds numbers below 2¹²⁸. */
const FLOAT32_EXPONENT = 128;

/**
 * The layer at which N(0, 1) weights without an activation leave float32: the std after layer l is √n^(l+1), so the first layer
 * that does not fit is ⌈128/log₂√n⌉ − 1, counted from 0: 31 at n = 256.
 */
export function overflowLayer(n: number): number {
  return Math.ceil(FLOAT32_EXPONENT / Math.log2(Math.sqrt(positiveInteger('n', n)))) - 1;
}
