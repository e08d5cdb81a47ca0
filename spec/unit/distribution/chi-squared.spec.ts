import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquaredCdf, chiSquaredQuantile } from '../../../src/distribution/index.ts';
import { CEPHES, relativeError, worst } from './accuracy.ts';
import { distributions } from './fixtures.ts';

describe('chiSquaredCdf', () => {
  test.each([1, 2, 7, 8, 128, 255, 256, 2000, 1_000_000])('agrees with mpmath at %i degrees of freedom', (df) => {
    const points = distributions.functions.filter((one) => one.law === 'chi2' && one.df === df);
    expect(points.length).toBeGreaterThan(0);
    const { error, at } = worst(points, ({ x, cdf }) => relativeError(chiSquaredCdf(df, x), cdf));
    expect(error, JSON.stringify(at)).toBeLessThanOrEqual(CEPHES);
  });

  test('is 0 up to 0 and 1 at ∞', () => {
    expect([-1, 0, Infinity].map((x) => chiSquaredCdf(3, x))).toEqual([0, 0, 1]);
  });

  test('without degrees of freedom all mass is at 0', () => {
    expect([-1e-300, 0, 1].map((x) => chiSquaredCdf(0, x))).toEqual([0, 1, 1]);
  });

  test('a lower tail below 1e-308 is 0', () => {
    expect(chiSquaredCdf(256, 1e-300)).toBe(0);
    expect(chiSquaredCdf(1_000_000, 1)).toBe(0);
  });

  test.each([1, 8, 256, 2000])('rises to 1 at %i degrees of freedom, and stays there, however large x', (df) => {
    const xs = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(xs, xs, (a, b) => {
        const [below, above] = [chiSquaredCdf(df, Math.min(a, b)), chiSquaredCdf(df, Math.max(a, b))];
        return below <= above * (1 + 2 * CEPHES) && above <= 1;
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(chiSquaredCdf(df, 100 * (df + 100))).toBe(1);
  });
});

describe('chiSquaredQuantile', () => {
  test.each([1, 2, 7, 8, 128, 255, 256, 2000, 1_000_000])('agrees with mpmath at %i degrees of freedom', (df) => {
    const points = distributions.quantiles.filter((one) => one.law === 'chi2' && one.df === df);
    const lower = points.filter(({ tail }) => tail === 'lower');
    // 1 − p is rounded to ε/2, and cephes is off by CEPHES of the smaller tail: below p = 1e-4 an upper tail is that of 1 − p no longer.
    const upper = points.filter(({ tail, p }) => tail === 'upper' && p >= 1e-4);
    expect([lower.length, upper.length].every((count) => count > 3)).toBe(true);
    // What the cdf is off by relatively, the quantile is off by over the cdf's elasticity x·density/p; where that is below 1, by more.
    const bound = ({ x, p }: { x: number; p: number }) => {
      const h = 1e-6 * x;
      const elasticity = (x * (chiSquaredCdf(df, x + h) - chiSquaredCdf(df, x - h))) / (2 * h) / p;
      return (2 * CEPHES) / Math.min(1, elasticity);
    };
    for (const { p, x } of lower) expect(relativeError(chiSquaredQuantile(df, p), x)).toBeLessThanOrEqual(bound({ x, p }));
    for (const { p, x } of upper) expect(relativeError(chiSquaredQuantile(df, 1 - p), x)).toBeLessThanOrEqual(bound({ x, p }));
  });

  test('refuses what is no probability, and degrees of freedom that are no whole number', () => {
    expect(() => chiSquaredQuantile(7, 1)).toThrow('p must be a number in (0, 1); got 1');
    expect(() => chiSquaredQuantile(0.5, 0.1)).toThrow('df must be a positive integer; got 0.5');
  });
});
