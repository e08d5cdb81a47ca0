import type { Interval } from '../stats/index.ts';

/** What is known of a law beforehand that holds its sample's second moment. */
export interface Tails {
  /** E[w⁴] over the square of E[w²]. */
  readonly kurtosis: number;
  /** The greatest w² over E[w²]; infinite for a normal law. */
  readonly bound: number;
}

/**
 * How far the mean of n independent w²/E[w²] may lie from 1, either way, at confidence 1 − alpha, at every n and not only for many.
 *
 * Normal numbers: Laurent & Massart (Ann. Statist. 28, 2000, lemma 1), 2√(x/n) + 2x/n above and 2√(x/n) below, x = ln(2/alpha). Bounded ones: Bernstein's
 * inequality (Boucheron, Lugosi & Massart 2013, section 2.8), √(2vx/n) + bx/(3n) with variance v = κ − 1 and b the greatest distance from 1.
 */
export function secondMomentSpread({ kurtosis, bound }: Tails, n: number, alpha: number): { below: number; above: number } {
  const x = Math.log(2 / alpha) / n;
  if (!Number.isFinite(bound)) return { below: 2 * Math.sqrt(x), above: 2 * Math.sqrt(x) + 2 * x };
  const spread = Math.sqrt(2 * (kurtosis - 1) * x) + (Math.max(bound - 1, 1) * x) / 3;
  return { below: spread, above: spread };
}

/** Interval for the std of a law of mean 0 and these tails, from the second moment of n of its numbers. */
export function stdInterval(secondMoment: number, tails: Tails, n: number, alpha: number): Interval {
  const { below, above } = secondMomentSpread(tails, n, alpha);
  return {
    lo: Math.sqrt(secondMoment / (1 + above)),
    hi: below < 1 ? Math.sqrt(secondMoment / (1 - below)) : Infinity,
    method: Number.isFinite(tails.bound) ? 'Bernstein' : 'Laurent & Massart',
  };
}
