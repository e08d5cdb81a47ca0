import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../../src/distribution/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { LARGEST_SKEW, student, tooSkewed } from '../../../src/stats/index.ts';
import { CEPHES } from '../distribution/accuracy.ts';
import { intervals, sample } from './fixtures.ts';

describe('student', () => {
  test.each([...new Set(intervals.student.map((one) => one.sample))])('agrees with SciPy on %s down to alpha 1e-10', (name) => {
    for (const { alpha, lo, hi } of intervals.student.filter((one) => one.sample === name)) {
      const { interval } = student(sample(name), alpha);
      // The quantile's own error, and half an ε for each rounding of the centre and of an end.
      const tolerance = (CEPHES * (hi - lo)) / 2 + 2 * Number.EPSILON * Math.max(Math.abs(lo), Math.abs(hi));
      expect(Math.abs(interval.lo - lo), `lo at alpha ${alpha}`).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(interval.hi - hi), `hi at alpha ${alpha}`).toBeLessThanOrEqual(tolerance);
      expect(interval.method).toBe('t');
    }
  });

  test('a constant sample has a point for an interval', () => {
    expect(student(sample('constant8'), 1e-10)).toEqual({ estimate: 0.1, interval: { lo: 0.1, hi: 0.1, method: 't' } });
  });

  test('a sample with infinite values has an infinite point for an interval, and one with both signs, or NaN, NaN', () => {
    const intervalOf = (values: number[]) => {
      const { estimate, interval } = student(values, 0.01);
      expect([interval.lo, interval.hi]).toEqual([estimate, estimate]);
      return estimate;
    };
    expect(intervalOf(sample('infinite8'))).toBe(-Infinity);
    expect(intervalOf([1, Infinity, 2])).toBe(Infinity);
    expect(intervalOf([-Infinity, Infinity])).toBeNaN();
    expect(intervalOf([1, Number.NaN, Infinity])).toBeNaN();
  });

  test('refuses a sample of one, and an alpha that is no probability', () => {
    expect(() => student([1], 0.01)).toThrow('values must be a sample of two or more; got 1');
    for (const alpha of [0, 1, Number.NaN]) {
      expect(() => student([1, 2], alpha)).toThrow(ParameterError);
      expect(() => student([1, 2], alpha)).toThrow(`alpha must be a number in (0, 1); got ${alpha}`);
    }
  });
});

/** The n quantiles at (i + ½)/n: a sample that shows its law's skewness without chance. */
const evenly = (n: number, quantile: (p: number) => number) => Array.from({ length: n }, (_, i) => quantile((i + 0.5) / n));
const exponential = (n: number) => evenly(n, (p) => -Math.log1p(-p));

describe('tooSkewed', () => {
  test('flags an exponential sample at n = 256, either way up, and not a normal one', () => {
    expect(tooSkewed(exponential(256))).toBe(true);
    expect(tooSkewed(exponential(256).map((x) => -x))).toBe(true);
    expect(tooSkewed(evenly(256, normalQuantile))).toBe(false);
  });

  test('leaves a skewness at the limit alone', () => {
    // Gamma(k) has skewness 2/√k; the normal quantile to the power 3 (Wilson & Hilferty) stands in for it at k = 4/0.35².
    const k = 4 / LARGEST_SKEW ** 2;
    const gamma = evenly(256, (p) => k * (1 - 1 / (9 * k) + normalQuantile(p) / (3 * Math.sqrt(k))) ** 3);
    expect(tooSkewed(gamma)).toBe(false);
  });

  test('eight values cannot show it: their largest skewness, √8, is within four standard errors', () => {
    expect(tooSkewed([0, 0, 0, 0, 0, 0, 0, 1])).toBe(false);
  });

  test('says nothing of samples without a skewness: two values, equal ones, values that are not finite', () => {
    expect([[1, 2], new Array<number>(64).fill(0.1), [...exponential(256), Infinity]].map(tooSkewed)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
