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

describe('pairs of rows', () => {
  /** Three rows of two units, (3, 4), (4, 3) and (−6, 8): products of units 12, 7 and 0, over 2. */
  const three = signal(Float32Array.of(3, 4, -6, 4, 3, 8), 3);

  test('have a covariance and a cosine: the mean over all pairs', () => {
    expect(three.covariance).toBeCloseTo((24 + 14 + 0) / 2 / 3, 14);
    expect(three.cosine).toBeCloseTo((24 / 25 + 14 / 50 + 0) / 3, 15);
  });

  test('do not say how large the rows are: the cosine is that of their directions', () => {
    const scaled = signal(Float32Array.of(30, 4, -6, 40, 3, 8), 3);
    expect(scaled.cosine).toBeCloseTo(three.cosine, 15);
    expect(scaled.covariance).toBeCloseTo((240 + 140 + 0) / 2 / 3, 13);
  });

  test('are none in a batch of one', () => {
    const { covariance, cosine } = signal(Float32Array.of(1, 2, 3), 1);
    expect([covariance, cosine]).toEqual([Number.NaN, Number.NaN]);
  });

  test('have no cosine where a row is 0, and a covariance that is', () => {
    const { covariance, cosine } = signal(Float32Array.of(1, 0, 2, 0), 2);
    expect([covariance, cosine]).toEqual([0, Number.NaN]);
  });

  test('whose rows are the same have the cosine 1, whatever their number', () => {
    const row = [0.25, -3, 7, 1.5];
    for (const batch of [2, 5, 16]) {
      const { cosine, covariance, secondMoment } = signal(
        Float64Array.from(row.flatMap((x) => new Array<number>(batch).fill(x))),
        batch,
      );
      // Sums of 4·B squares, then a difference of B² and B over B(B − 1).
      expect(Math.abs(cosine - 1)).toBeLessThanOrEqual(8 * batch * Number.EPSILON);
      expect(Math.abs(covariance / secondMoment - 1)).toBeLessThanOrEqual(8 * batch * Number.EPSILON);
    }
  });
});
