import type { Activation } from '../activation/index.ts';
import { ParameterError } from '../parameter.ts';
import { lnStd, type SquareNetworks } from './ln-std.ts';
import { NINETY_NINE } from './signal-population.ts';

/** Networks of a width that is sought, and what it is to give. */
export interface Steadiness extends Omit<SquareNetworks, 'width'> {
  /** How far from the median, as a factor > 1. */
  readonly factor: number;
}

/** Beyond it float64 cannot count the n² weights; the search ends here. */
const WIDEST = 2 ** 26;

/**
 * The smallest width at which 98% of Gaussian networks keep the std of one input's activations at the last layer between median/factor
 * and median·factor: 2.326·sd(ln std) ≤ ln factor, with the sd of `signalPopulation`. A skewness of ln std moves both ends the same way,
 * and so costs the 98% nothing to first order.
 *
 * @throws ParameterError for a factor so near to 1 that 2²⁶ units are too few.
 */
export function widthFor(activation: Activation, { factor, ...networks }: Steadiness): number {
  if (!(factor > 1 && factor < Infinity)) throw new ParameterError('factor', 'a finite number > 1', factor);
  /** The width's own spread over the one allowed: 1 at the width that is sought, and about 1/√width. */
  const excess = (width: number) =>
    (NINETY_NINE * Math.sqrt(lnStd(activation, { ...networks, width })[networks.depth - 1].variance)) / Math.log(factor);
  let [low, high] = [1, Infinity];
  let width = 256;
  while (high - low > 1) {
    const ratio = excess(width);
    if (ratio <= 1) high = width;
    else low = width;
    if (low >= WIDEST) throw new ParameterError('factor', 'one that 2²⁶ units can keep', factor);
    width = Math.min(Math.max(Math.ceil(width * ratio ** 2), low + 1), high - 1, WIDEST);
  }
  return high;
}
