import { LARGEST_SKEW } from '../../../src/stats/index.ts';

/** What an outside simulation of `n` networks says of a quantity's population. */
export interface Simulated {
  quantity: string;
  n: number;
  mean: number;
  sd: number;
  skew: number;
  /** The skewness's standard error, by the jackknife. */
  se: number;
}

/**
 * The check: two standard errors beyond the limit are the sample's own error, more is the population's. A skewness is known that
 * well only where its standard error is near a normal sample's, √(6/n): a larger one tells of a tail that the sample has not
 * seen, and would excuse any skewness.
 */
export const isFitForT = ({ skew, se, n }: Simulated): boolean =>
  Math.abs(skew) - 2 * se <= LARGEST_SKEW && se <= 2 * Math.sqrt(6 / n);
