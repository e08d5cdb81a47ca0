import { gaussianExpectation } from '../numeric/index.ts';

/**
 * SELU's α and λ, solved from its two moment equations: for z ~ N(0, 1), E[φ(z)] = 0 and E[φ(z)²] = 1 make (0, 1) a fixed point of
 * mean and variance (Klambauer et al. 2017, eq. 14).
 *
 * φ = λ(z⁺ + α(eᶻ − 1)⁻): the first equation is linear in α alone, and λ scales the second.
 */
export function seluConstants(): { alpha: number; lambda: number } {
  const right = (z: number) => Math.max(0, z);
  const left = (z: number) => (z < 0 ? Math.expm1(z) : 0);
  const alpha = -gaussianExpectation(right).value / gaussianExpectation(left).value;
  const secondMoment = gaussianExpectation((z) => (right(z) + alpha * left(z)) ** 2).value;
  return { alpha, lambda: 1 / Math.sqrt(secondMoment) };
}
