import { describe, expect, test } from 'vitest';
import { normalCdf, normalQuantile } from '../../../src/distribution/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { CEPHES, relativeError, worst } from './accuracy.ts';
import { distributions } from './fixtures.ts';

describe('normalCdf', () => {
  const points = distributions.functions.filter(({ law }) => law === 'normal');

  test('agrees with mpmath from one tail of 1e-15 to the other', () => {
    expect(points.length).toBeGreaterThan(0);
    const { error, at } = worst(points, ({ x, cdf }) => relativeError(normalCdf(x), cdf));
    expect(error, JSON.stringify(at)).toBeLessThanOrEqual(CEPHES);
  });

  test('gives the upper tail as the lower tail of −x, without loss', () => {
    const { error, at } = worst(points, ({ x, sf }) => relativeError(normalCdf(-x), sf));
    expect(error, JSON.stringify(at)).toBeLessThanOrEqual(CEPHES);
  });

  test('is 0 and 1 far out, and at ∓∞', () => {
    expect([-100, 100].map(normalCdf)).toEqual([0, 1]);
    expect([-Infinity, Infinity].map(normalCdf)).toEqual([0, 1]);
  });

  test('keeps its digits down to 1e-300: between the bounds of Mills’ ratio', () => {
    for (const x of [-20, -26.6, -27, -27.2, -27.4, -30, -37]) {
      // φ(x)/|x|·(1 − 1/x²) < Φ(x) < φ(x)/|x|·(1 − 1/x² + 3/x⁴). e^(−x²/2) turns an error of ε in x into x²ε.
      const first = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI) / -x;
      const rounding = 4 * x * x * Number.EPSILON;
      expect(normalCdf(x), `${x}`).toBeGreaterThan(first * (1 - x ** -2) * (1 - rounding));
      expect(normalCdf(x), `${x}`).toBeLessThan(first * (1 - x ** -2 + 3 * x ** -4) * (1 + rounding));
    }
  });

  test('is 0 and 1 at any distance', () => {
    expect([-1e5, -1e154, -1e308].map(normalCdf)).toEqual([0, 0, 0]);
    expect([1e5, 1e154, 1e308].map(normalCdf)).toEqual([1, 1, 1]);
  });

  test('of NaN is NaN', () => {
    expect(normalCdf(Number.NaN)).toBeNaN();
  });
});

describe('normalQuantile', () => {
  test('agrees with mpmath in tails down to 1e-15', () => {
    const quantiles = distributions.quantiles.filter(({ law }) => law === 'normal');
    expect(quantiles.length).toBeGreaterThan(0);
    const { error, at } = worst(quantiles, ({ p, x }) => relativeError(normalQuantile(p), -x));
    expect(error, JSON.stringify(at)).toBeLessThanOrEqual(CEPHES);
  });

  test.each([0, 1, Number.NaN, -0.1, 1.1])('refuses p = %d, and names it', (p) => {
    expect(() => normalQuantile(p)).toThrow(ParameterError);
    expect(() => normalQuantile(p)).toThrow(`p must be a number in (0, 1); got ${p}`);
  });
});
