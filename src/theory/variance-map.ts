import type { Activation } from '../activation/index.ts';
import { nonNegative } from '../parameter.ts';
import { moments } from './expectations.ts';
import { quadratureOf } from './quadrature-of.ts';

/** V(q) = σ_w²·E[φ(√q z)²] + σ_b², z ~ N(0, 1): the next pre-activation's second moment (Poole et al. 2016, eq. 3). */
export function varianceMap(activation: Activation, sigmaW2: number, sigmaB2 = 0): (q: number) => number {
  nonNegative('sigmaW2', sigmaW2);
  nonNegative('sigmaB2', sigmaB2);
  return (q) => sigmaW2 * moments(activation, q).secondMoment + sigmaB2;
}

/**
 * V′(q) = σ_w²·E[φφ′z]/√q at q ≥ 0, at 0 its limit from above.
 *
 * By Stein's lemma this is σ_w²·E[φ′² + φφ″] (Schoenholz et al. 2017, eq. 8), but it asks nothing of φ″, and so holds for kinked φ.
 */
export function varianceSlope(activation: Activation, sigmaW2: number): (q: number) => number {
  nonNegative('sigmaW2', sigmaW2);
  const { slope } = quadratureOf(activation);
  return (q) => sigmaW2 * (nonNegative('q', q) < SMALL && activation.phi(0) !== 0 ? atZero(activation) : slope(q).value);
}

/** Where φ(0) ≠ 0 the quotient by √q turns φ's rounding into ε/√q; below this q the slope at 0 is nearer, being O(q) away. */
const SMALL = 1e-12;

/** φ′(0)² + φ(0)φ″(0), whose second derivative is a central difference: off by h²/6 of φ⁗ and ε/h, 1e-10 at most. */
function atZero({ phi, derivative }: Activation): number {
  const h = 2 ** -17;
  return derivative(0) ** 2 + (phi(0) * (derivative(h) - derivative(-h))) / (2 * h);
}
