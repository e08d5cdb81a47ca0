import { describe, expect, test } from 'vitest';
import { binomialCdf, binomialPmf, binomialSurvival } from '../../../src/distribution/index.ts';
import { CEPHES, relativeError, worst } from './accuracy.ts';
import { distributions } from './fixtures.ts';

const { binomial } = distributions;

/** ln n!, to say how large the logarithms are whose difference the probability is the exponential of. */
const lnFactorial = (n: number) => Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((sum, one) => sum + one, 0);

describe('the binomial law', () => {
  test('binomialCdf agrees with mpmath', () => {
    const { error, at } = worst(binomial, ({ n, p, k, cdf }) => relativeError(binomialCdf(k, n, p), cdf));
    expect(error, JSON.stringify(at)).toBeLessThanOrEqual(CEPHES);
  });

  test('binomialSurvival agrees with mpmath, tails that 1 − cdf would lose included', () => {
    const { error, at } = worst(binomial, ({ n, p, k, sf }) => relativeError(binomialSurvival(k, n, p), sf));
    expect(error, JSON.stringify(at)).toBeLessThanOrEqual(CEPHES);
  });

  test('binomialPmf agrees with mpmath to the rounding of three log-gammas, 2ε of ln n! each', () => {
    for (const { n, p, k, pmf } of binomial) {
      expect(relativeError(binomialPmf(k, n, p), pmf), `Bin(${n}, ${p}) at ${k}`).toBeLessThanOrEqual(
        3 * 2 * Number.EPSILON * lnFactorial(n),
      );
    }
  });

  test('lies between 0 and n', () => {
    expect([-1, 8, 9].map((k) => binomialCdf(k, 8, 0.3))).toEqual([0, 1, 1]);
    expect([-1, 8, 9].map((k) => binomialSurvival(k, 8, 0.3))).toEqual([1, 0, 0]);
  });

  test('a tail below 1e-308 is 0, and the other one 1', () => {
    expect(binomialSurvival(99_000, 100_000, 0.5)).toBe(0);
    expect(binomialCdf(1000, 100_000, 0.5)).toBe(0);
    expect(binomialCdf(99_000, 100_000, 0.5)).toBeCloseTo(1, 12);
    expect(binomialSurvival(1000, 100_000, 0.5)).toBeCloseTo(1, 12);
  });
});
