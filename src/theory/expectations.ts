import type { Activation } from '../activation/index.ts';
import { nonNegative, ParameterError } from '../parameter.ts';
import { quadratureOf } from './quadrature-of.ts';

/** Two moments of φ(z) for z ~ N(0, q). */
export interface Moments {
  /** E[φ(z)]. */
  mean: number;
  /** E[φ(z)²]. */
  secondMoment: number;
}

/**
 * Moments of an activation over a Gaussian pre-activation of second moment q ≥ 0, in the limit of infinite width.
 *
 * In closed form where there is one, else by quadrature.
 */
export function moments(activation: Activation, q: number): Moments {
  nonNegative('q', q);
  const { closed } = activation;
  if (closed) return { mean: closed.mean(q), secondMoment: closed.product(q, 1) };
  const { mean, product } = quadratureOf(activation);
  return { mean: mean(q).value, secondMoment: product(q, 1).value };
}

/** E[φ(u₁)φ(u₂)] for u₁, u₂ of mean 0, variance q ≥ 0 and correlation c, −1 ≤ c ≤ 1 (Poole et al. 2016, eq. 5). */
export function productMoment(activation: Activation, q: number, c: number): number {
  nonNegative('q', q);
  correlation(c);
  return activation.closed?.product(q, c) ?? quadratureOf(activation).product(q, c).value;
}

/** E[φ′(u₁)φ′(u₂)] for the same u₁, u₂; at q = 0 its limit from above, which a kink at 0 makes depend on c. */
export function derivativeProductMoment(activation: Activation, q: number, c: number): number {
  nonNegative('q', q);
  correlation(c);
  return activation.closed?.derivativeProduct(q, c) ?? quadratureOf(activation).derivativeProduct(q, c).value;
}

function correlation(c: number): void {
  if (!(c >= -1 && c <= 1)) throw new ParameterError('c', 'a correlation in [−1, 1]', c);
}
