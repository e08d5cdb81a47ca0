import { describe, expect, test } from 'vitest';
import { orthonormal } from '../../../src/numeric/index.ts';
import { Stream } from '../../../src/random/index.ts';

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const cut = (vectors: Float64Array, length: number) =>
  Array.from({ length: vectors.length / length }, (_, i) => vectors.subarray(i * length, (i + 1) * length));

describe('orthonormal', () => {
  test('makes of the Läuchli vectors, nearly dependent, orthogonal ones to rounding: once through would leave 1e-8 between them', () => {
    const e = 1e-8;
    const q = cut(orthonormal(Float64Array.of(1, e, 0, 0, 1, 0, e, 0, 1, 0, 0, e), 4), 4);
    for (const a of q) for (const b of q) expect(Math.abs(dot(a, b) - Number(a === b))).toBeLessThanOrEqual(4 * Number.EPSILON);
  });

  test('is the Q whose R has a positive diagonal, and nothing below it', () => {
    const length = 12;
    const vectors = new Stream(1, 'qr').normals(new Float64Array(length * length));
    const q = cut(orthonormal(vectors.slice(), length), length);
    cut(vectors, length).forEach((vector, column) => {
      expect(dot(q[column], vector)).toBeGreaterThan(0);
      // Rounding of a sum of 12 products of numbers below 5.
      for (const later of q.slice(column + 1))
        expect(Math.abs(dot(later, vector))).toBeLessThanOrEqual(12 * 12 * 5 * Number.EPSILON);
    });
  });

  test('makes 0 of a vector that depends on those before it', () => {
    expect(orthonormal(Float64Array.of(2, 0, -4, 0), 2)).toEqual(Float64Array.of(1, 0, 0, 0));
  });
});
