import { describe, expect, test } from 'vitest';
import { betaQuantile } from '../../../src/distribution/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { CEPHES, relativeError, worst } from './accuracy.ts';
import { distributions } from './fixtures.ts';

const quantiles = distributions.quantiles.filter(({ law }) => law === 'beta');

/** The lower tail's quantile as it is; the upper tail's as 1 minus the lower quantile of 1 − X, to half an ε of rounding. */
const error = ({ a, b, tail, p, x }: (typeof quantiles)[number]) =>
  tail === 'lower'
    ? relativeError(betaQuantile(a, b, p), x)
    : Math.max(0, Math.abs(betaQuantile(b, a, p) - (1 - x)) - Number.EPSILON) / (1 - x || 1);

describe('betaQuantile', () => {
  test.each([
    [1, 64],
    [64, 1],
    [43, 22],
    [300, 12],
    [0.5, 127.5],
  ])('agrees with mpmath for Beta(%d, %d), in both tails down to 1e-15', (a, b) => {
    const { error: largest, at } = worst(
      quantiles.filter((one) => one.a === a && one.b === b),
      error,
    );
    expect(largest, JSON.stringify(at)).toBeLessThanOrEqual(CEPHES);
  });

  test('is p^(1/a) for Beta(a, 1)', () => {
    for (const p of [1e-12, 1e-3, 0.5]) expect(relativeError(betaQuantile(5, 1, p), p ** (1 / 5))).toBeLessThanOrEqual(CEPHES);
  });

  test.each([0, 1, Number.NaN])('refuses p = %d, and names it', (p) => {
    expect(() => betaQuantile(2, 3, p)).toThrow(ParameterError);
    expect(() => betaQuantile(2, 3, p)).toThrow(`p must be a number in (0, 1); got ${p}`);
  });
});
