import { gaussianExpectation, gaussianIntegral } from './gaussian-expectation.ts';
import type { Integral } from './quadrature.ts';

/** Beyond 9 standard deviations lies 1e-19 of the mass. */
const REACH = 9;

/** What c smooths of a kink lies within 8 of its own widths but for 1e-14. */
const STRIP = 8;

const TOLERANCE = 1e-11;

/**
 * E[f(u₁)f(u₂)] for standard normal u₁, u₂ of correlation c, −1 ≤ c ≤ 1, by nested quadrature.
 *
 * Along the diagonals, u = ax ± by with a² = (1 + c)/2 and b² = (1 − c)/2, x and y are independent, and the integrand is even in y.
 * A kink k of `f` lies at y = |k − ax|/b, where the inner integral is split. It smooths the kink over a strip of the width b about
 * ax = k, narrow where c is near 1: the outer integral is split there.
 *
 * @param kinks where `f` or its derivative jumps, and where it changes too fast for the nodes of a wide panel to see.
 */
export function gaussianProduct(f: (u: number) => number, c: number, kinks: readonly number[] = [0]): Integral {
  if (c === 1) return gaussianExpectation((u) => f(u) ** 2, kinks);
  const a = Math.sqrt((1 + c) / 2);
  const b = Math.sqrt((1 - c) / 2);
  let innerError = 0;
  const inner = (x: number) => {
    // The outer density e^(−x²/2) forgives errors far out: half of the exponent is used here.
    const forgiven = Math.exp((-x * x) / 4);
    const crossings = kinks.map((kink) => Math.abs(kink - a * x) / b);
    const product = (y: number) => f(a * x + b * y) * f(a * x - b * y);
    const { value, error } = gaussianIntegral(product, 0, REACH, crossings, TOLERANCE / 10 / forgiven);
    innerError = Math.max(innerError, 2 * error * Math.exp((-3 * x * x) / 8));
    return 2 * value;
  };
  const strips = kinks.flatMap((kink) => [kink - STRIP * b, kink, kink + STRIP * b]);
  const splits = strips.map((place) => place / a);
  const { value, error } = gaussianIntegral(inner, -REACH, REACH, splits, TOLERANCE);
  // What is left of the density, e^(−x²/8)/√2π, has the integral 2.
  return { value, error: error + 2 * innerError };
}
