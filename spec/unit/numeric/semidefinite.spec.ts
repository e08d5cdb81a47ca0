import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inverseFactor, semidefiniteFactor } from '../../../src/numeric/index.ts';
import { Stream } from '../../../src/random/index.ts';

const U = Number.EPSILON / 2;
/** A row nearer than this, of its length, to the span of those before it is passed over: the root of the module's NEAREST. */
const NEAREST = 2 ** -21;

type Matrix = (row: number, column: number) => number;

const filled = (n: number, of: Matrix) => Float64Array.from({ length: n * n }, (_, i) => of(Math.floor(i / n), i % n));

/** n rows of d normal numbers. */
const normals = (n: number, d: number, label: string): Float64Array[] =>
  Array.from({ length: n }, (_, row) => new Stream(1, `semidefinite/${label}/${row}`).normals(new Float64Array(d)));

const dot = (x: Float64Array, y: Float64Array) => x.reduce((sum, each, i) => sum + each * y[i], 0);

const gramOf = (rows: readonly Float64Array[]) => filled(rows.length, (a, b) => dot(rows[a], rows[b]));

const combined = (rows: readonly Float64Array[], coefficients: readonly number[]) =>
  rows[0].map((_, i) => coefficients.reduce((sum, c, row) => sum + c * rows[row][i], 0));

function product(A: Float64Array, B: Float64Array, n: number): Float64Array {
  return filled(n, (a, b) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += A[a * n + k] * B[k * n + b];
    return sum;
  });
}

const transposed = (A: Float64Array, n: number) => filled(n, (a, b) => A[b * n + a]);
const sizes = (A: Float64Array) => A.map(Math.abs);
const pivots = (L: Float64Array, n: number) => Array.from({ length: n }, (_, a) => L[a * n + a] > 0);
const rank = (L: Float64Array, n: number) => pivots(L, n).filter(Boolean).length;

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

const shapes = [1, 2, 4, 5, 16].flatMap((n) => [1, 3, 8, 16, 40].map((d) => ({ n, d })));

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

describe('inverseFactor', () => {
  test.each(shapes)('takes L to 1 where it has pivots, and is 0 where it has none: $n rows of $d', ({ n, d }) => {
    const L = semidefiniteFactor(gramOf(normals(n, d, `${n}×${d}`)), n);
    const T = inverseFactor(L, n);
    const has = pivots(L, n);
    // Forward substitution: |L T − 1| ≤ γ_n |L| |T| (Higham, section 14.2.1), and n roundings of the product here.
    const right = product(L, T, n);
    const rightBound = product(sizes(L), sizes(T), n).map((each) => 2 * n * Number.EPSILON * each);
    // T L − 1 is T (L T − 1) L where there are pivots.
    const left = product(T, L, n);
    const leftBound = product(product(sizes(T), rightBound, n), sizes(L), n);
    for (let a = 0; a < n; a++) {
      if (!has[a]) expect(Array.from(T.subarray(a * n, (a + 1) * n))).toEqual(new Array<number>(n).fill(0));
      for (let b = 0; b < n; b++) {
        if (!has[a] || !has[b]) continue;
        const [i, one] = [a * n + b, Number(a === b)];
        expect(Math.abs(right[i] - one)).toBeLessThanOrEqual(rightBound[i]);
        expect(Math.abs(left[i] - one)).toBeLessThanOrEqual(leftBound[i] + rightBound[i]);
      }
    }
  });

  test('takes rows to orthonormal ones that span what they span, and zeros for those that depend on others', () => {
    const [x, y, z] = normals(3, 40, 'basis');
    const rows = [x, combined([x], [2]), y, combined([x, y], [1, 1]), z];
    const n = rows.length;
    const L = semidefiniteFactor(gramOf(rows), n);
    const T = inverseFactor(L, n);
    const Q = Array.from({ length: n }, (_, a) => combined(rows, Array.from(T.subarray(a * n, (a + 1) * n))));
    // T's and the products' roundings, each at most 40 + n of terms that |L| |T| bounds; three rows and a condition below 8.
    const bound = 8 * 8 * (40 + n) * Number.EPSILON;
    const independent = [true, false, true, false, true];
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        expect(Math.abs(dot(Q[a], Q[b]) - Number(a === b && independent[a]))).toBeLessThanOrEqual(bound);
      }
    }
  });

  test('of a diagonal is its reciprocals, and of small integers exact', () => {
    // Its zeros have either sign.
    const inverse = (L: number[], n: number) => Array.from(inverseFactor(Float64Array.from(L), n), (each) => each + 0);
    expect(inverse([4, 0, 0, 0.5], 2)).toEqual([0.25, 0, 0, 2]);
    expect(inverse([2, 0, 0, 6, 0, 0, 3, 0, 4], 3)).toEqual([0.5, 0, 0, 0, 0, 0, -0.375, 0, 0.25]);
  });
});
