import { mean, sampleKurtosis, sum, variance } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { matrixView } from '../../../src/audit/matrix-view.ts';
import { measure } from '../../../src/audit/measure.ts';
import { normal } from '../../../src/init/index.ts';
import { type Made, checkpointOf } from './checkpoint-of.ts';
import { drawn } from './drawn.ts';

async function measured(made: Made, told: (bytes: number) => void = () => undefined) {
  const [tensor] = checkpointOf({ weight: made }).tensors;
  return measure(tensor, made.shape.length < 2 ? null : matrixView(tensor, 'torch'), told);
}

describe('measure', () => {
  test('gives moments, extremes, and sums of squares by row and column', async () => {
    const made = drawn(normal({ mean: 0.3, std: 2 }), [60, 70], 1);
    const values = [...made.data];
    const found = await measured(made);
    expect(found.numbers).toBe(4200);
    expect(found.mean).toBeCloseTo(mean(values), 12);
    expect(found.variance).toBeCloseTo(variance(values), 10);
    expect(found.secondMoment).toBeCloseTo(mean(values.map((value) => value ** 2)), 10);
    // Theirs is the unbiased excess: of 4,200 numbers it differs by some 6/n.
    expect(found.kurtosis).toBeCloseTo(sampleKurtosis(values) + 3, 2);
    expect(found.smallest).toBe(Math.min(...values));
    expect(found.greatest).toBe(Math.max(...values));
    expect(sum([...found.bins])).toBe(4200);
    const square = (at: (i: number) => number, length: number) => sum(Array.from({ length }, (_, i) => values[at(i)] ** 2));
    expect(found.rowSquares![3]).toBeCloseTo(
      square((i) => 3 * 70 + i, 70),
      9,
    );
    expect(found.columnSquares![3]).toBeCloseTo(
      square((i) => i * 70 + 3, 60),
      9,
    );
  });

  test('keeps the digits of a spread that is small beside the mean', async () => {
    const data = Float64Array.from({ length: 1000 }, (_, i) => 1 + 1e-6 * Math.sin(i));
    const { variance: found } = await measured({ shape: [1000], data, dtype: 'F64' });
    expect(found / variance([...data].map((value) => value - 1))).toBeCloseTo(1, 9);
  });

  test('counts what is not finite, and leaves it out of the rest', async () => {
    const data = Float32Array.of(1, Number.NaN, 3, -Infinity, 0, Infinity);
    const found = await measured({ shape: [6], data });
    expect([found.nan, found.infinite, found.zeros, found.numbers]).toEqual([1, 2, 1, 6]);
    expect([found.smallest, found.greatest]).toEqual([0, 3]);
    expect(found.mean).toBeCloseTo(4 / 3, 12);
  });

  test('tells of every piece, of all bytes together', async () => {
    let bytes = 0;
    await measured(drawn(normal(), [60, 70], 1), (more) => (bytes += more));
    expect(bytes).toBe(4 * 4200);
  });

  test('of nothing gives no moments', async () => {
    const found = await measured({ shape: [0, 3], data: new Float32Array(0) });
    expect(found.numbers).toBe(0);
    expect(found.mean).toBeNaN();
  });
});
