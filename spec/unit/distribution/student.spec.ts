import { describe, expect, test } from 'vitest';
import { studentQuantile } from '../../../src/distribution/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { CEPHES, relativeError, worst } from './accuracy.ts';
import { distributions } from './fixtures.ts';

const quantiles = distributions.quantiles.filter(({ law }) => law === 't');
const error = ({ df, p, x }: (typeof quantiles)[number]) => relativeError(studentQuantile(df, p), -x);

describe('studentQuantile', () => {
  test('agrees with mpmath for every sample up to 256, in tails down to 1e-12', () => {
    const used = quantiles.filter(({ df, p }) => df <= 255 && p >= 1e-12);
    expect(used.length).toBe(8 * 9);
    const { error: largest, at } = worst(used, error);
    expect(largest, JSON.stringify(at)).toBeLessThanOrEqual(CEPHES);
  });

  test.each([1, 3, 7, 15, 31, 63, 127, 255, 1_000_000])('agrees with mpmath at %i degrees of freedom, down to 1e-15', (df) => {
    const { error: largest, at } = worst(
      quantiles.filter((one) => one.df === df),
      error,
    );
    expect(largest, JSON.stringify(at)).toBeLessThanOrEqual(CEPHES);
  });

  test('is antisymmetric in its tails', () => {
    expect(studentQuantile(7, 0.9)).toBeCloseTo(-studentQuantile(7, 0.1), 12);
  });

  test.each([0, 1, Number.NaN])('refuses p = %d, and names it', (p) => {
    expect(() => studentQuantile(7, p)).toThrow(ParameterError);
    expect(() => studentQuantile(7, p)).toThrow(`p must be a number in (0, 1); got ${p}`);
  });

  test.each([0, -1, 1.5, Number.NaN])('refuses df = %d, and names it', (df) => {
    expect(() => studentQuantile(df, 0.5)).toThrow(`df must be a positive integer; got ${df}`);
  });
});
