import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signal } from '../../../src/network/signal.ts';

/** Two-pass, by Bessel's definition, written as the formula reads. */
function byDefinition(values: readonly number[]) {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, std: Math.sqrt(squares / (values.length - 1)) };
}

describe('signal', () => {
  test('reads a batch of 2 rows × 2 units, unit by unit', () => {
    expect(signal(Float32Array.of(3, 4, 4, 3), 2)).toEqual({
      mean: 3.5,
      std: Math.sqrt(1 / 3),
      secondMoment: 12.5,
      rowSecondMoments: Float64Array.of(12.5, 12.5),
      covariance: 12,
      cosine: expect.closeTo(24 / 25, 15) as number,
    });
  });

  test('has the pooled, mean-subtracted, Bessel-corrected std of any batch', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 64 }), (list) => {
        const { mean, std } = signal(Float32Array.from(list), 1);
        const truth = byDefinition(list);
        const largest = Math.max(...list.map(Math.abs));
        const tolerance = 2 * list.length * Number.EPSILON * largest;
        return Math.abs(mean - truth.mean) <= tolerance && Math.abs(std - truth.std) <= tolerance;
      }),
      { seed: 1 },
    );
  });

  test('keeps a small std about a large mean', () => {
    // Neighbouring floats about 2²⁰ are 2⁻³ apart.
    const { std } = signal(Float32Array.of(2 ** 20, 2 ** 20 + 0.125, 2 ** 20 - 0.125), 1);
    expect(std).toBe(0.125);
  });

  test('does not overflow where float32’s squares do', () => {
    expect(signal(Float32Array.of(3e38, -3e38), 1).std).toBeCloseTo(Math.SQRT2 * Math.fround(3e38), -25);
  });

  test.each([Infinity, -Infinity, Number.NaN])('with an entry %d has no finite std', (entry) => {
    expect(signal(Float32Array.of(1, entry, 2), 1).std).toBeNaN();
  });
});
