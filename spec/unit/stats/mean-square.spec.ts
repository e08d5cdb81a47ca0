import { describe, expect, test } from 'vitest';
import { meanSquare } from '../../../src/stats/index.ts';
import { CEPHES } from '../distribution/accuracy.ts';
import { intervals } from './fixtures.ts';

describe('meanSquare', () => {
  test.each(intervals.variance)(
    "is SciPy's interval for $N weights of kurtosis $kappa, ratio $ratio, at alpha $alpha",
    (expected) => {
      const { N, kappa, ratio, alpha, lo, hi } = expected;
      const { interval } = meanSquare(new Array<number>(N).fill(ratio), kappa, alpha);
      // The quantile's error, and half an ε of the running sum for each of N additions.
      const tolerance = (CEPHES * (hi - lo)) / 2 + (N * Number.EPSILON * ratio) / 2;
      expect(Math.abs(interval.lo - lo)).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(interval.hi - hi)).toBeLessThanOrEqual(tolerance);
      expect(interval.method).toBe('κ-aware normal');
    },
  );

  test('a weight that is not finite leaves no finite interval', () => {
    expect(meanSquare([1, Number.NaN], 3, 0.01).interval.lo).toBeNaN();
    expect(meanSquare([1, Infinity], 3, 0.01).interval.lo).toBe(Infinity);
  });

  test('refuses an alpha that is no probability', () => {
    expect(() => meanSquare([1], 3, 1)).toThrow('alpha must be a number in (0, 1); got 1');
  });
});
