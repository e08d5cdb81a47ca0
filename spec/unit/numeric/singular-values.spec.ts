import fc from 'fast-check';
import { sum } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { singularValues } from '../../../src/numeric/index.ts';
import { fixture } from '../../fixture.ts';

interface Known {
  name: string;
  rows: number;
  entries: number[];
  values: number[];
}

const { matrices: known } = fixture<{ matrices: Known[] }>('singular-values/singular-values.json');

/**
 * How far a singular value may be from the truth: ε max(m, n) of the largest, which NumPy's matrix_rank and MATLAB's rank take for the
 * numerical error of a singular value decomposition.
 */
const bound = (rows: number, columns: number, largest: number): number => Number.EPSILON * Math.max(rows, columns) * largest;

const squares = (list: readonly number[]): number => sum(list.map((x) => x * x));

describe('singularValues', () => {
  test.each<[string, number[], number, number[]]>([
    ['a number', [-3], 1, [3]],
    ['a diagonal', [1, 0, 0, 0, -5, 0, 0, 0, 2], 3, [5, 2, 1]],
    ['a row', [3, 4], 1, [5]],
    ['a column', [3, 4], 2, [5]],
    ['ones, of rank 1', [1, 1, 1, 1, 1, 1], 2, [Math.sqrt(6), 0]],
    ['a wide matrix', [3, 2, 2, 2, 3, -2], 2, [5, 3]],
    ['its transpose', [3, 2, 2, 3, 2, -2], 3, [5, 3]],
    ['nothing but zeros', [0, 0, 0, 0], 2, [0, 0]],
    // σ₁σ₂ = det = 2, σ₁² + σ₂² = 30.
    ['[[1, 2], [3, 4]]', [1, 2, 3, 4], 2, [Math.sqrt(15 + Math.sqrt(221)), Math.sqrt(15 - Math.sqrt(221))]],
  ])('of %s are known, the largest first', (_, entries, rows, expected) => {
    const found = singularValues(entries, rows);
    expect(found.length).toBe(expected.length);
    expected.forEach((value, i) => {
      expect(Math.abs(found[i] - value)).toBeLessThanOrEqual(bound(rows, entries.length / rows, expected[0]));
    });
  });

  test.each(known)('of $name are those of 60 digits', ({ rows, entries, values }) => {
    const found = singularValues(entries, rows);
    expect(found.length).toBe(values.length);
    values.forEach((value, i) => {
      expect(Math.abs(found[i] - value)).toBeLessThanOrEqual(bound(rows, entries.length / rows, values[0]));
    });
  });

  test('of any matrix have the squares’ sum of its entries, and do not rise', () => {
    const matrices = fc
      .integer({ min: 1, max: 7 })
      .chain((rows) =>
        fc
          .integer({ min: 1, max: 7 })
          .chain((columns) =>
            fc
              .array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: rows * columns, maxLength: rows * columns })
              .map((entries) => ({ rows, entries })),
          ),
      );
    fc.assert(
      fc.property(matrices, ({ rows, entries }) => {
        const found = Array.from(singularValues(entries, rows));
        const norm = squares(entries);
        // An error of σ counts 2σ in its square, and a compensated sum of squares is right to ε.
        const allowed = 2 * sum(found) * bound(rows, entries.length / rows, found[0]) + 2 * Number.EPSILON * norm;
        expect(Math.abs(squares(found) - norm)).toBeLessThanOrEqual(allowed);
        expect(found.every((value, i) => value >= 0 && (i === 0 || value <= found[i - 1]))).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
