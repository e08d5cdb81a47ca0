import { normalCdf } from '../distribution/index.ts';

/** The distribution of one entry of a weight: of every entry, or, where they differ by place, of one picked at random. */
export interface Law {
  readonly family: 'normal' | 'uniform' | 'truncated normal' | 'constant' | 'identity' | 'dirac' | 'orthogonal' | 'sparse normal';
  readonly mean: number;
  readonly std: number;
  /** Fourth central moment over the squared variance: 3 normal, 1.8 uniform; NaN for a constant, which has none. */
  readonly kurtosis: number;
  /** Distribution function, P(w ≤ x). */
  readonly cdf: (x: number) => number;
  /** Its limit from the left, P(w < x), where the law has atoms and the two differ. */
  readonly left?: (x: number) => number;
}

/** The two sides of a distribution function. */
type Sides = Required<Pick<Law, 'cdf' | 'left'>>;

/** All mass at one value. */
export const atom = (value: number): Sides => ({ cdf: (x) => Number(x >= value), left: (x) => Number(x > value) });

/** Two distributions, the first with probability `share`. */
export function mixture(share: number, one: Sides, other: Sides): Sides {
  return {
    cdf: (x) => share * one.cdf(x) + (1 - share) * other.cdf(x),
    left: (x) => share * one.left(x) + (1 - share) * other.left(x),
  };
}

/** N(mean, std²). */
export function normalLaw(mean: number, std: number): Law {
  const sides = std === 0 ? atom(mean) : { cdf: (x: number) => normalCdf((x - mean) / std) };
  return { family: 'normal', mean, std, kurtosis: 3, ...sides };
}

/** U(low, high), of variance (high − low)²/12. */
export function uniformLaw(low: number, high: number): Law {
  const span = high - low;
  const sides = span === 0 ? atom(low) : { cdf: (x: number) => Math.min(1, Math.max(0, (x - low) / span)) };
  return { family: 'uniform', mean: low + span / 2, std: span / Math.sqrt(12), kurtosis: 1.8, ...sides };
}

/** Always the same value. */
export function constantLaw(value: number): Law {
  return { family: 'constant', mean: value, std: 0, kurtosis: Number.NaN, ...atom(value) };
}

/** A share of ones among zeros, of an entry picked at random: Bernoulli's law. */
export function onesLaw(family: 'identity' | 'dirac', share: number): Law {
  const variance = share * (1 - share);
  const kurtosis = variance === 0 ? Number.NaN : (1 - 3 * variance) / variance;
  return { family, mean: share, std: Math.sqrt(variance), kurtosis, ...mixture(share, atom(1), atom(0)) };
}
