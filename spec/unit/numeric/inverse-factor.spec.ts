import { describe, expect, test } from 'vitest';
import { inverseFactor, semidefiniteFactor } from '../../../src/numeric/index.ts';
import { combined, dot, gramOf, normals, pivots, product, shapes, sizes } from './matrices.ts';

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
