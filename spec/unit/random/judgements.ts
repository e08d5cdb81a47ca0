import { binomialCdf, binomialSurvival } from '../../../src/distribution/index.ts';
import { type Distribution, dkw, type Interval, meanSquare } from '../../../src/stats/index.ts';

/** The probability that any one judgement is wrong. */
const ALPHA = 1e-10;

export const seed: string = process.env['GAINSAY_SEED'] ?? '1';

const holds = ({ lo, hi }: Interval, value: number) => lo <= value && value <= hi;

export const hasLaw = (values: number[], law: Distribution): boolean => dkw(values, law, ALPHA).interval.lo === 0;

export const hasUnitVariance = (values: number[], kurtosis: number): boolean =>
  holds(
    meanSquare(
      values.map((x) => x * x),
      kurtosis,
      ALPHA,
    ).interval,
    1,
  );

/** Clopper & Pearson's judgement by the two binomial tails themselves: a proportion lies in their interval if neither is below α/2. */
export const isShare = (k: number, n: number, share: number): boolean =>
  binomialCdf(k, n, share) > ALPHA / 2 && binomialSurvival(k - 1, n, share) > ALPHA / 2;

/** The products of two have mean 0 and, where the two are independent, variance 1: z·√(1/n) by the central limit theorem. */
export const areUncorrelated = (x: number[], y: number[]): boolean => {
  const squares = x.map((each, i) => 1 + each * y[i]);
  return holds(meanSquare(squares, 2, ALPHA).interval, 1);
};

export const hasIndependentNeighbours = (standardised: number[]): boolean =>
  areUncorrelated(standardised.slice(1), standardised.slice(0, -1));

/** z² of a standard normal number z, standardised. */
export const squared = (normals: number[]): number[] => normals.map((z) => (z * z - 1) / Math.SQRT2);
