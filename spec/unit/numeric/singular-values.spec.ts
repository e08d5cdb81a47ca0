import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { singularValues } from '../../../src/numeric/index.ts';

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
    // Backward stability: each is right to a few ε of the largest.
    expected.forEach((value, i) => {
      expect(Math.abs(found[i] - value)).toBeLessThanOrEqual(8 * Number.EPSILON * Math.max(1, expected[0]));
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
        const squares = (list: readonly number[]) => list.reduce((sum, x) => sum + x * x, 0);
        const norm = squares(entries);
        return (
          Math.abs(squares(found) - norm) <= 64 * Number.EPSILON * norm &&
          found.every((value, i) => value >= 0 && (i === 0 || value <= found[i - 1]))
        );
      }),
      { seed: 1 },
    );
  });
});
