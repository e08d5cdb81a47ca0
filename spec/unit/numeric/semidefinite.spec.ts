import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { semidefiniteFactor } from '../../../src/numeric/index.ts';
import { combined, filled, gramOf, normals, pivots, product, rank, shapes, sizes, transposed } from './matrices.ts';

const U = Number.EPSILON / 2;
/** A row nearer than this, of its length, to the span of those before it is passed over: the root of the module's NEAREST. */
const NEAREST = 2 ** -21;

/**
 * The largest |L Lᵀ − K|, in units of what is allowed: γ of n + 1 roundings in Cholesky's factor (Higham, "Accuracy and stability of
 * numerical algorithms", theorem 10.3), as many again in the product here, and n more for every pivot passed over. There the rest of
 * K_ab, by the inequality of Cauchy & Schwarz, is at most NEAREST times the two rows' lengths: d roundings of K are beneath that.
 */
function farFrom(K: Float64Array, L: Float64Array, n: number, d = 0): number {
  const seen = product(L, transposed(L, n), n);
  const rounding = product(sizes(L), transposed(sizes(L), n), n);
  const passed = rank(L, n) < n ? Math.sqrt(NEAREST ** 2 + 4 * (n + d) * U) : 0;
  return Math.max(
    ...K.map((truth, i) => {
      const [a, b] = [Math.floor(i / n), i % n];
      const error = Math.abs(seen[i] - truth);
      return error === 0 ? 0 : error / (2 * (n + 2) * U * rounding[i] + passed * Math.sqrt(K[a * n + a] * K[b * n + b]));
    }),
  );
}

describe('semidefiniteFactor', () => {
  test.each(shapes)('is lower triangular, with nothing below 0 on its diagonal, and makes K: $n rows of $d', ({ n, d }) => {
    const K = gramOf(normals(n, d, `${n}×${d}`));
    const L = semidefiniteFactor(K, n);
    for (let a = 0; a < n; a++) {
      expect(L[a * n + a]).toBeGreaterThanOrEqual(0);
      expect(L.subarray(a * n + a + 1, (a + 1) * n).every((each) => each === 0)).toBe(true);
    }
    expect(farFrom(K, L, n, d)).toBeLessThanOrEqual(1);
    if (n < d) expect(rank(L, n)).toBe(n);
    else expect(rank(L, n)).toBeGreaterThanOrEqual(Math.min(n, d));
  });

  test('is Cholesky’s, to the bit, where that is made of small integers', () => {
    const L = Float64Array.of(2, 0, 0, -1, 3, 0, 4, 1, 5);
    expect(semidefiniteFactor(product(L, transposed(L, 3), 3), 3)).toEqual(L);
  });

  test('reads nothing above the diagonal', () => {
    const K = gramOf(normals(5, 9, 'lower'));
    const lower = filled(5, (a, b) => (b <= a ? K[a * 5 + b] : Number.NaN));
    expect(semidefiniteFactor(lower, 5)).toEqual(semidefiniteFactor(K, 5));
  });

  describe('has as many columns that are not 0 as K has rank', () => {
    const [x, y, z] = normals(3, 40, 'basis');
    const zero = new Float64Array(40);

    test.each<[string, Float64Array[], boolean[]]>([
      ['equal rows', [x, x, y, x, y], [true, false, true, false, false]],
      ['rows of zeros', [zero, x, zero, y], [false, true, false, true]],
      ['nothing but zeros', [zero, zero], [false, false]],
      ['multiples', [x, combined([x], [-3]), combined([x], [0.125]), y], [true, false, false, true]],
      [
        'sums of those before',
        [x, y, combined([x, y], [1, -2]), z, combined([x, y, z], [0.5, 1, 1])],
        [true, true, false, true, false],
      ],
    ])('%s', (_, rows, expected) => {
      const n = rows.length;
      const K = gramOf(rows);
      const L = semidefiniteFactor(K, n);
      expect(pivots(L, n)).toEqual(expected);
      expected.forEach((is, b) => {
        if (!is) expect(Array.from({ length: n }, (__, a) => L[a * n + b])).toEqual(new Array<number>(n).fill(0));
      });
      expect(farFrom(K, L, n, 40)).toBeLessThanOrEqual(1);
    });

    test('any rank below n: combinations of r rows, wherever they stand', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 6 }),
          fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 6, maxLength: 6 }), { maxLength: 8 }),
          (r, list) => {
            const basis = normals(r, 48, 'combinations');
            const rows = [...basis, ...list.map((coefficients) => combined(basis, coefficients.slice(0, r)))];
            const K = gramOf(rows);
            const L = semidefiniteFactor(K, rows.length);
            expect(pivots(L, rows.length)).toEqual(rows.map((_, row) => row < r));
            expect(farFrom(K, L, rows.length, 48)).toBeLessThanOrEqual(1);
          },
        ),
        { seed: 1 },
      );
    });
  });

  describe('of two rows at a small angle', () => {
    // (1, 0) and (1, t): the rest is t²/(1 + t²) of the second row's square, and 1 + t² is right to one rounding, 2⁻¹⁰ of NEAREST².
    const at = (t: number) => semidefiniteFactor(Float64Array.of(1, 1, 1, 1 + t * t), 2);

    test('keeps the second from 2⁻²¹ of its length on, and passes it over below', () => {
      for (const share of [1.01, 2, 100]) expect(at(share * NEAREST)[3]).toBeGreaterThan(0);
      for (const share of [0.99, 0.5, 0.01, 0]) expect(at(share * NEAREST)[3]).toBe(0);
    });

    test('keeps as much of the rest as 1 + t² knows of t², and what it takes from later rows when it is passed over is below 2⁻²¹', () => {
      for (const t of [0.01, 1e-4, 1e-6]) {
        const kept = at(t)[3] ** 2;
        expect(Math.abs(kept - t * t)).toBeLessThanOrEqual(2 * Number.EPSILON);
      }
      // (0, 1) is all that the passed one would have added.
      const t = 0.99 * NEAREST;
      const K = Float64Array.of(1, 1, 0, 1, 1 + t * t, t, 0, t, 1);
      const L = semidefiniteFactor(K, 3);
      expect(farFrom(K, L, 3)).toBeLessThanOrEqual(1);
      expect(L).toEqual(Float64Array.of(1, 0, 0, 1, 0, 0, 0, 0, 1));
    });
  });

  test('knows no scale: K times 4ᵏ has L times 2ᵏ, bit for bit, from 1e-140 to 1e140', () => {
    for (const rows of [normals(6, 20, 'scale'), normals(7, 4, 'scale')]) {
      const n = rows.length;
      const K = gramOf(rows);
      const L = semidefiniteFactor(K, n);
      for (const k of [-233, -100, 1, 100, 233]) {
        expect(
          semidefiniteFactor(
            K.map((each) => each * 4 ** k),
            n,
          ),
        ).toEqual(L.map((each) => each * 2 ** k));
      }
    }
  });

  test('knows none of a single row either: rows of lengths 1e-35 to 1e35 side by side', () => {
    const shifts = [-116, 0, 116, -60, 60];
    const K = gramOf(normals(5, 30, 'rows'));
    const L = semidefiniteFactor(K, 5);
    const scaled = semidefiniteFactor(
      filled(5, (a, b) => K[a * 5 + b] * 2 ** (shifts[a] + shifts[b])),
      5,
    );
    expect(scaled).toEqual(filled(5, (a, b) => L[a * 5 + b] * 2 ** shifts[a]));
  });
});
