import { describe, expect, test } from 'vitest';
import { binomialCdf, binomialSurvival } from '../../../src/distribution/index.ts';
import { clopperPearson } from '../../../src/stats/index.ts';
import { CEPHES } from '../distribution/accuracy.ts';
import { intervals } from './fixtures.ts';

describe('clopperPearson', () => {
  const counts = [...new Set(intervals.clopperPearson.map(({ k, n }) => `${k} of ${n}`))];

  test.each(counts)("is SciPy's interval for %s, down to alpha 1e-10", (count) => {
    for (const { k, n, alpha, lo, hi } of intervals.clopperPearson.filter((one) => `${one.k} of ${one.n}` === count)) {
      const { estimate, interval } = clopperPearson(k, n, alpha);
      expect(estimate).toBe(k / n);
      expect(Math.abs(interval.lo - lo), `lo at alpha ${alpha}`).toBeLessThanOrEqual(CEPHES * lo);
      // The upper limit is 1 minus a quantile: that quantile's error, and half an ε for the subtraction.
      expect(Math.abs(interval.hi - hi), `hi at alpha ${alpha}`).toBeLessThanOrEqual(CEPHES * (1 - hi) + Number.EPSILON / 2);
      expect(interval.method).toBe('Clopper–Pearson');
    }
  });

  test('leaves alpha/2 of the binomial law on either side', () => {
    for (const [k, n, alpha] of [
      [1, 8, 1e-2],
      [43, 64, 1e-6],
      [171, 256, 1e-10],
    ]) {
      const { lo, hi } = clopperPearson(k, n, alpha).interval;
      // A relative error of the limit is multiplied by at most n in the tail.
      const tolerance = (n * CEPHES * alpha) / 2 / Math.min(lo, 1 - hi);
      expect(Math.abs(binomialSurvival(k - 1, n, lo) - alpha / 2)).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(binomialCdf(k, n, hi) - alpha / 2)).toBeLessThanOrEqual(tolerance);
    }
  });

  test.each([8, 256, 10_000, 1_000_000])(
    'has closed forms at the ends: 1 − (alpha/2)^(1/n) for none of %i, and its mirror for all',
    (n) => {
      for (const alpha of [1e-2, 1e-6, 1e-10]) {
        // 1 − x by expm1, which keeps its digits.
        const width = -Math.expm1(Math.log(alpha / 2) / n);
        expect(Math.abs(clopperPearson(0, n, alpha).interval.hi - width)).toBeLessThanOrEqual(CEPHES + Number.EPSILON);
        expect(Math.abs(clopperPearson(n, n, alpha).interval.lo - (1 - width))).toBeLessThanOrEqual(CEPHES + Number.EPSILON);
      }
    },
  );

  test('refuses counts that are none', () => {
    expect(() => clopperPearson(9, 8, 0.01)).toThrow('successes must be at most n = 8; got 9');
    expect(() => clopperPearson(-1, 8, 0.01)).toThrow('successes must be an integer ≥ 0; got -1');
    expect(() => clopperPearson(0, 0, 0.01)).toThrow('n must be a positive integer; got 0');
    expect(() => clopperPearson(1, 8, Number.NaN)).toThrow('alpha must be a number in (0, 1); got NaN');
  });
});
