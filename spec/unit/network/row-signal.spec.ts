import { describe, expect, test } from 'vitest';
import { signal } from '../../../src/network/signal.ts';
import { RowSpace } from '../../../src/network/row-space.ts';
import { rowSignal } from '../../../src/network/row-signal.ts';
import { normals, put } from './rows.ts';
import { distance, exact, type Expected, statistics } from './values.ts';

const sizes = [1, 3, 4, 5, 16].flatMap((batch) => [1, 2, 7, 8, 9, 24, 33].map((units) => ({ batch, units })));

/**
 * What the definitions say, with the bound of one pass: its sum of squares less n·mean² is right to the roundings of 2n terms, of
 * both their sizes, and a std is the root of it.
 */
function expected(values: Float32Array, batch: number): Expected {
  const { signal: truth, within } = statistics(exact(values), batch);
  const n = values.length;
  const variance = (4 * (n + 2) * Number.EPSILON * n * truth.secondMoment) / (n - 1);
  return { signal: truth, within: { ...within, std: Math.min(Math.sqrt(variance), variance / truth.std) } };
}

const seen = (values: Float32Array, batch: number) => {
  const units = values.length / batch;
  const space = new RowSpace(batch, units, 1);
  return rowSignal(space, put(space, 0, units, values));
};

describe.each(sizes)('of $batch rows of $units', ({ batch, units }) => {
  test.each([0, 3, -1000])('rowSignal is what the definitions say, about a mean of %d', (mean) => {
    const values = normals(units, batch, `${batch}×${units}`).map((x) => mean + x);
    expect(distance(seen(values, batch), expected(values, batch))).toBeLessThanOrEqual(1);
    // And so is signal: their difference is at most the two bounds.
    expect(distance(signal(values, batch), expected(values, batch))).toBeLessThanOrEqual(1);
  });
});

describe('rowSignal', () => {
  test('does not overflow where float32’s squares do, nor vanish with them', () => {
    for (const scale of [1e38, 1e-38]) {
      const values = normals(24, 4, 'scale').map((x) => scale * Math.tanh(x));
      expect(distance(seen(values, 4), expected(values, 4))).toBeLessThanOrEqual(1);
    }
  });

  test.each([Infinity, -Infinity, Number.NaN])('with an entry %d has no finite std', (entry) => {
    for (const batch of [1, 3]) {
      const values = normals(9, batch, 'entry');
      values[4] = entry;
      expect(seen(values, batch).std).toBeNaN();
    }
  });

  test('of one number has no std, as signal has none', () => {
    expect(seen(Float32Array.of(0.1), 1)).toEqual(signal(Float32Array.of(0.1), 1));
  });

  test('has no cosine where a row is 0, and no pairs in a batch of one', () => {
    expect(seen(Float32Array.of(1, 0, 2, 0), 2)).toMatchObject({ covariance: 0, cosine: Number.NaN });
    expect(seen(Float32Array.of(1, 0, 2, 0), 1)).toMatchObject({ covariance: Number.NaN, cosine: Number.NaN });
  });

  test('of constant rows has a std within a root of rounding of 0, and not NaN', () => {
    const { std } = seen(new Float32Array(15).fill(0.1), 3);
    expect(std).toBeGreaterThanOrEqual(0);
    // Σx², whose squares are exact, has 14 sums; n·mean² 14 and a quotient, which count twice, and two products; their difference is one.
    const roundings = 14 + 2 * (14 + 1) + 2 + 1;
    expect(std).toBeLessThanOrEqual(Math.sqrt((roundings * (Number.EPSILON / 2) * 15 * Math.fround(0.1) ** 2) / 14));
  });
});
