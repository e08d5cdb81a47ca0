import { describe, expect, test } from 'vitest';
import { dkw, kolmogorovDistance } from '../../../src/stats/index.ts';
import { CEPHES } from '../distribution/accuracy.ts';
import { intervals, lawOf, sample } from './fixtures.ts';

const uniform = { cdf: (x: number) => Math.min(1, Math.max(0, x)) };

describe('kolmogorovDistance', () => {
  test.each(intervals.kolmogorovSmirnov.map((one) => [one.sample, one.law, one.distance] as const))(
    'of %s from the law "%s" is %d, the larger of the two suprema',
    (name, law, distance) => {
      // Either distribution function is right to cephes' relative error, and neither exceeds 1.
      expect(Math.abs(kolmogorovDistance(sample(name), lawOf(law)) - distance)).toBeLessThanOrEqual(CEPHES);
    },
  );

  test('knows an atom by its limit from the left: without it the same sample seems far away', () => {
    const { cdf } = lawOf('atoms');
    expect(kolmogorovDistance(sample('tied12'), { cdf })).toBeGreaterThanOrEqual(0.5);
    expect(kolmogorovDistance(sample('tied12'), lawOf('atoms'))).toBeLessThan(0.2);
  });

  test('a sample with NaN is as far away as can be', () => {
    expect(kolmogorovDistance([0.5, Number.NaN], uniform)).toBe(1);
  });

  test('refuses an empty sample', () => {
    expect(() => kolmogorovDistance([], uniform)).toThrow('values must be a sample of one or more; got 0');
  });
});

describe('dkw', () => {
  test.each(intervals.dkw)('is $epsilon wide to either side at n = $n, alpha $alpha', ({ n, alpha, epsilon }) => {
    // All values at ½: the distance is ½ exactly.
    const { estimate, interval } = dkw(new Array<number>(n).fill(0.5), uniform, alpha);
    expect(estimate).toBe(0.5);
    const clipped = { lo: Math.max(0, 0.5 - epsilon), hi: Math.min(1, 0.5 + epsilon) };
    expect(Math.abs(interval.lo - clipped.lo)).toBeLessThanOrEqual(4 * Number.EPSILON);
    expect(Math.abs(interval.hi - clipped.hi)).toBeLessThanOrEqual(4 * Number.EPSILON);
    expect(interval.method).toBe('DKW');
  });

  test('refuses an alpha that is no probability', () => {
    expect(() => dkw([0.5], uniform, 0)).toThrow('alpha must be a number in (0, 1); got 0');
  });
});
