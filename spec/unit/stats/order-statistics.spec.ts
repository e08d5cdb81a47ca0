import { describe, expect, test } from 'vitest';
import { orderStatistics, verdictOf } from '../../../src/stats/index.ts';
import { intervals, sample } from './fixtures.ts';

const ranks = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('orderStatistics', () => {
  test("takes SciPy's ranks, at every n, p and alpha; an end that no rank will do for is infinite", () => {
    expect(intervals.orderStatistics.length).toBe(6 * 5 * 3);
    for (const { n, p, alpha, lo, hi } of intervals.orderStatistics) {
      const { interval } = orderStatistics(ranks(n), p, alpha);
      expect([interval.lo, interval.hi], `n ${n}, p ${p}, alpha ${alpha}`).toEqual([lo ?? -Infinity, hi ?? Infinity]);
      expect(interval.method).toBe('order statistics');
    }
  });

  test('does not depend on the order of the sample', () => {
    const shuffled = ranks(64).map((rank) => ((rank * 37) % 64) + 1);
    expect(orderStatistics(shuffled, 0.9, 0.01)).toEqual(orderStatistics(ranks(64), 0.9, 0.01));
  });

  test('estimates by the quantile of type 7, to the rounding of its place between two values', () => {
    for (const { sample: name, quantiles } of intervals.describe) {
      const values = sample(name);
      const largest = Math.max(...values.map(Math.abs));
      for (const [p, x] of quantiles.filter(([at]) => at > 0 && at < 1)) {
        const { estimate } = orderStatistics(values, p, 0.01);
        expect(Math.abs(estimate - x), `${name} at ${p}`).toBeLessThanOrEqual(2 * values.length * Number.EPSILON * largest);
      }
    }
  });

  test('keeps infinite values in their places', () => {
    const { lo, hi } = orderStatistics([...new Array<number>(16).fill(-Infinity), ...ranks(48)], 0.5, 0.01).interval;
    expect(lo).toBeGreaterThan(0);
    expect(hi).toBeLessThan(Infinity);
    expect(orderStatistics(new Array<number>(64).fill(Infinity), 0.5, 0.01)).toMatchObject({
      estimate: Infinity,
      interval: { lo: Infinity, hi: Infinity },
    });
  });

  test('a sample that is NaN but for two values supports nothing', () => {
    const { lo, hi } = orderStatistics(ranks(256), 0.5, 1e-9).interval;
    const values = ranks(256).map((rank) => (rank === lo || rank === hi ? 1 : Number.NaN));
    expect(verdictOf(orderStatistics(values, 0.5, 1e-9).interval, { lo: 0, hi: 2 })).not.toBe('supported');
  });

  test('refuses a p or an alpha that is no probability', () => {
    expect(() => orderStatistics([1, 2], 0, 0.1)).toThrow('p must be a number in (0, 1); got 0');
    expect(() => orderStatistics([1, 2], 0.5, 1)).toThrow('alpha must be a number in (0, 1); got 1');
  });
});
