import { describe, expect, test } from 'vitest';
import { orthogonal, normal, weight } from '../../../src/init/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { dkw, meanSquare } from '../../../src/stats/index.ts';
import { CEPHES } from '../distribution/accuracy.ts';
import { distributions } from '../distribution/fixtures.ts';

const ALPHA = 1e-10;
const seed = process.env['GAINSAY_SEED'] ?? '1';

/** The largest |entry| of QQᵀ − g²·I, or of QᵀQ − g²·I where that is the smaller matrix. */
function deviation(values: Float32Array, rows: number, columns: number, gain: number): number {
  const [count, length] = rows < columns ? [rows, columns] : [columns, rows];
  const at = (v: number, i: number) => (rows < columns ? values[v * columns + i] : values[i * columns + v]);
  let worst = 0;
  for (let v = 0; v < count; v++) {
    for (let w = 0; w <= v; w++) {
      let product = 0;
      for (let i = 0; i < length; i++) product += at(v, i) * at(w, i);
      worst = Math.max(worst, Math.abs(product - (v === w ? gain ** 2 : 0)));
    }
  }
  return worst;
}

describe('orthogonal', () => {
  // Each entry is rounded to float32 twice, and gain once: Σ qᵢ·pᵢ of unit vectors is off by at most 6 roundings by Cauchy & Schwarz.
  const bound = (gain: number) => 7 * 2 ** -24 * gain ** 2;

  test.each([
    [[1, 1], 1],
    [[8, 8], 1],
    [[64, 64], 5 / 3],
    [[3, 200], 1],
    [[200, 3], -1.5],
    [[8, 3, 3, 3], Math.SQRT2],
    [[4, 2, 5], 0.1],
  ])('has orthogonal rows or columns of length gain, to the rounding of float32: %j, gain %d', (shape, gain) => {
    const values = weight(orthogonal({ gain }), shape, new Stream(seed, 'orthogonal'));
    const [rows, columns] = [shape[0], values.length / shape[0]];
    expect(deviation(values, rows, columns, gain)).toBeLessThanOrEqual(bound(gain));
    // Nor would a thousandth part of a thousandth more pass, or independent entries.
    expect(
      deviation(
        values.map((w) => 1.000001 * w),
        rows,
        columns,
        gain,
      ),
    ).toBeGreaterThan(bound(gain));
    const independent = weight(normal({ std: Math.abs(gain) / Math.sqrt(columns) }), shape, new Stream(seed, 'independent'));
    expect(deviation(independent, rows, columns, gain)).toBeGreaterThan(bound(gain));
  });

  describe.each([
    ['square', [8, 8], 8],
    ['wide', [2, 5], 5],
    ['a convolution', [6, 1, 2, 2], 6],
  ])('%s', (_, shape, n) => {
    const draws = 4000;
    const init = orthogonal({ gain: 2 });
    const law = init.law(shape);
    const stream = new Stream(seed, `orthogonal/${shape.join('x')}`);
    const all = Array.from({ length: draws }, () => weight(init, shape, stream));

    test('has the marginals of Haar’s measure at its first and last entry; normal ones of the same std it has not', () => {
      expect(law.family).toBe('orthogonal');
      expect(law.std).toBeCloseTo(2 / Math.sqrt(n), 15);
      for (const place of [0, all[0].length - 1]) {
        const values = all.map((matrix) => matrix[place]);
        expect(dkw(values, law, ALPHA).interval.lo).toBe(0);
        const { interval } = meanSquare(
          values.map((w) => (w / law.std) ** 2),
          law.kurtosis,
          ALPHA,
        );
        expect(interval.lo <= 1 && 1 <= interval.hi).toBe(true);
        // Q of a decomposition whose signs are left as they fall: Householder's first entry is never positive.
        const signed = values.map((w) => -Math.abs(w));
        expect(dkw(signed, law, ALPHA).interval.lo).toBeGreaterThan(0);
        expect(dkw(values, orthogonal({ gain: 3 }).law(shape), ALPHA).interval.lo).toBeGreaterThan(0);
        expect(dkw(values, orthogonal({ gain: 2 }).law([4 * n, 2]), ALPHA).interval.lo).toBeGreaterThan(0);
      }
    });
  });

  test.each([1, -0.5, 4])(
    'has entries whose squares over gain² are Beta(½, (n − 1)/2): that of mpmath at n = 256, gain %d',
    (gain) => {
      const points = distributions.functions.filter(({ law, a, b }) => law === 'beta' && a === 0.5 && b === 127.5);
      expect(points.length).toBeGreaterThan(10);
      for (const shape of [
        [256, 256],
        [256, 3],
        [7, 256],
      ]) {
        const { cdf: share } = orthogonal({ gain }).law(shape);
        for (const { x, cdf } of points) {
          const reach = Math.abs(gain) * Math.sqrt(x);
          // The difference of two numbers about ½, and the rounding of √x, which moves a probability by less than an ε.
          expect(Math.abs(share(reach) - share(-reach) - cdf), `x ${x}`).toBeLessThanOrEqual(CEPHES * cdf + 4 * Number.EPSILON);
        }
      }
    },
  );

  test.each<[number, string, (t: number) => number]>([
    [2, 'the arcsine law', (t) => 0.5 + Math.asin(t) / Math.PI],
    [3, 'the uniform law, Archimedes’ hat-box', (t) => (1 + t) / 2],
    [4, 'Wigner’s semicircle', (t) => 0.5 + (t * Math.sqrt(1 - t * t) + Math.asin(t)) / Math.PI],
  ])('has the known projections of circle and spheres for laws: n = %d, %s', (n, _, expected) => {
    const { cdf } = orthogonal({ gain: 2 }).law([n, n]);
    for (const t of [-1, -0.9, -0.3, 0, 0.01, 0.5, 1]) expect(Math.abs(cdf(2 * t) - expected(t))).toBeLessThanOrEqual(CEPHES);
  });

  test('of one row and one column is ±gain, either with probability ½', () => {
    const { std, kurtosis, cdf, left } = orthogonal({ gain: -3 }).law([1, 1]);
    expect([std, kurtosis]).toEqual([3, 1]);
    expect([-4, -3, 0, 3].map(cdf)).toEqual([0, 0.5, 0.5, 1]);
    expect([-3, 0, 3, 4].map((x) => left?.(x))).toEqual([0, 0.5, 0.5, 1]);
    const values = Array.from(
      { length: 1000 },
      (_, i) => weight(orthogonal({ gain: -3 }), [1, 1], new Stream(seed, `one/${i}`))[0],
    );
    expect(new Set(values)).toEqual(new Set([-3, 3]));
  });

  test('draws nothing where there are no entries, and refuses a shape of rank 1', () => {
    const stream = new Stream(1, 'x');
    expect(weight(orthogonal(), [0, 3], stream)).toHaveLength(0);
    expect(stream.word()).toBe(new Stream(1, 'x').word());
    expect(() => weight(orthogonal(), [3], stream)).toThrow('shape must be of rank 2 or more, (rows, columns, …); got [3]');
  });
});
