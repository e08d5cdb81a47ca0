import { describe, expect, test } from 'vitest';
import { normal, sparse, weight } from '../../../src/init/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { dkw, meanSquare } from '../../../src/stats/index.ts';

const ALPHA = 1e-10;
const seed = process.env['GAINSAY_SEED'] ?? '1';
const shape = [50, 1200];
const [rows, columns] = shape;

const zerosOfColumns = (values: Float32Array) =>
  Array.from({ length: columns }, (_, column) =>
    Array.from({ length: rows }, (_, row) => values[row * columns + column]).reduce((count, w) => count + Number(w === 0), 0),
  );

describe('sparse', () => {
  const init = sparse({ sparsity: 0.33, std: 0.5 });
  const law = init.law(shape);
  const weights = weight(init, shape, new Stream(seed, 'init/sparse'));
  const others = Array.from(weights).filter((w) => w !== 0);

  test('has ⌈sparsity·rows⌉ zeros in every column, neither more nor fewer', () => {
    expect(new Set(zerosOfColumns(weights))).toEqual(new Set([17]));
    const scattered = weight(normal(), shape, new Stream(seed, 'init/sparse/control')).map((w) => (w < -0.44 ? 0 : w));
    expect(new Set(zerosOfColumns(scattered)).size).toBeGreaterThan(1);
  });

  test('puts them in any row alike: their count in each of 50 rows is binomial; that of the first 17 rows is not', () => {
    // Hoeffding: a mean of 1200 numbers between 0 and 1 is off by more than h with probability ≤ 2·exp(−2·1200·h²), in one of 50 rows.
    const h = Math.sqrt(Math.log((2 * rows) / ALPHA) / (2 * columns));
    const shares = (zero: (row: number, column: number) => boolean) =>
      Array.from(
        { length: rows },
        (_, row) => Array.from({ length: columns }, (_, c) => zero(row, c)).filter(Boolean).length / columns,
      );
    const off = (share: number) => Math.abs(share - 17 / rows) > h;
    expect(shares((row, column) => weights[row * columns + column] === 0).some(off)).toBe(false);
    expect(shares((row) => row < 17).some(off)).toBe(true);
  });

  test('leaves the other entries normal, of the std that it was given; 5% wider they are not', () => {
    const { interval } = meanSquare(
      others.map((w) => (w / 0.5) ** 2),
      3,
      ALPHA,
    );
    expect(interval.lo <= 1 && 1 <= interval.hi).toBe(true);
    const wider = meanSquare(
      others.map((w) => ((1.1 * w) / 0.5) ** 2),
      3,
      ALPHA,
    ).interval;
    expect(wider.lo).toBeGreaterThan(1);
    expect(dkw(others, normal({ std: 0.5 }).law(shape), ALPHA).interval.lo).toBe(0);
  });

  test('states the law of all entries: zeros and normals together, which neither is alone', () => {
    expect(law.family).toBe('sparse normal');
    expect(law.std ** 2).toBeCloseTo(0.25 * (1 - 17 / rows), 14);
    const values = Array.from(weights);
    expect(dkw(values, law, ALPHA).interval.lo).toBe(0);
    const { interval } = meanSquare(
      values.map((w) => (w / law.std) ** 2),
      law.kurtosis,
      ALPHA,
    );
    expect(interval.lo <= 1 && 1 <= interval.hi).toBe(true);
    expect(dkw(values, normal({ std: law.std }).law(shape), ALPHA).interval.lo).toBeGreaterThan(0);
    expect(dkw(values, sparse({ sparsity: 0.4, std: 0.5 }).law(shape), ALPHA).interval.lo).toBeGreaterThan(0);
  });

  test('rounds the product in float64 before it rounds up, as Python does: 0.07 of 100 rows are 8', () => {
    expect(sparse({ sparsity: 0.07 }).law([100, 3]).cdf(0)).toBeCloseTo(0.08 + 0.92 / 2, 14);
  });

  test('refuses another rank than 2, a sparsity that is not finite and a negative std', () => {
    const draw = (sparsity: number, of: number[]) => weight(sparse({ sparsity }), of, new Stream(1, 'x'));
    expect(() => draw(0.5, [3])).toThrow('shape must be of rank 2, (rows, columns); got [3]');
    expect(() => draw(Number.NaN, [3, 3])).toThrow('sparsity must be a finite number; got NaN');
    expect(() => sparse({ sparsity: 0.5, std: -1 })).toThrow('std must be a number ≥ 0; got -1');
  });
});
