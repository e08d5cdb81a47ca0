import { describe, expect, test } from 'vitest';
import { RowSpace } from '../../../src/network/row-space.ts';
import { Stream } from '../../../src/random/index.ts';
import { beyond, dot, listOf, norm, normals, put, roundings } from './rows.ts';

const sizes = [1, 3, 4, 5, 16].flatMap((batch) => [1, 7, 8, 9, 33].map((units) => ({ batch, units })));

describe.each(sizes)('a space for $batch rows of $units', ({ batch, units }) => {
  const space = new RowSpace(batch, units, 3);
  const x = put(space, 0, units, normals(units, batch, 'x'));
  const y = put(space, 1, units, normals(units, batch, 'y'));
  const places = Array.from({ length: batch ** 2 }, (_, i) => ({ a: Math.floor(i / batch), b: i % batch, i }));
  const [own, other] = [listOf(space, x), listOf(space, y)];
  // Sums of `units` products in float64, in any order; `relative` is what the products had lost before.
  const near = (seen: number, a: Float32Array, b: Float32Array, relative = 0) =>
    expect(Math.abs(seen - dot(a, b))).toBeLessThanOrEqual((2 * units * Number.EPSILON + relative) * norm(a) * norm(b));

  test('has a row for each of a batch, read unit by unit, and zeros beyond', () => {
    const values = normals(units, batch, 'x');
    own.forEach((row, a) => row.forEach((seen, unit) => expect(seen).toBe(values[unit * batch + a])));
    expect(beyond(space, x).every((each) => each === 0)).toBe(true);
    expect([x.address % 16, x.length % 8, x.values.length % (4 * x.length)]).toEqual([0, 0, 0]);
    expect(y.address).toBeGreaterThanOrEqual(x.address + x.values.byteLength);
  });

  test('multiplies rows with rows', () => {
    const gram = space.gram(x);
    const cross = space.crossGram(x, y);
    for (const { a, b, i } of places) {
      if (b <= a) near(gram[i], own[a], own[b]);
      // 64 numbers in four lanes of float32: each product is rounded, and then up to 16 sums.
      near(cross[i], own[a], other[b], 17 * 2 ** -24);
    }
    expect([gram.length, cross.length]).toEqual([batch ** 2, batch ** 2]);
    space.sums(x).forEach((sum, a) => near(sum, own[a], new Float32Array(units).fill(1)));
  });

  test('mixes rows by a lower triangle, and adds what any matrix mixes, with zeros beyond', () => {
    const C = new Stream(1, 'mix').normals(new Float64Array(batch ** 2));
    const lower = C.map((c, i) => (i % batch <= Math.floor(i / batch) ? c : 0));
    const z = put(space, 2, units, normals(units, batch, 'z'));
    const mixed = (row: Float64Array, unit: number, scale: number) => {
      const terms = own.map((from, b) => scale * row[b] * from[unit]);
      return { sum: terms.reduce((sum, each) => sum + each, 0), size: terms.reduce((sum, each) => sum + Math.abs(each), 0) };
    };
    for (const [matrix, scale, add] of [
      [lower, 0.7, false],
      [C, -1.3, true],
    ] as const) {
      const before = listOf(space, z);
      if (add) space.addProduct(scale, matrix, x, z);
      else space.lowerProduct(scale, matrix, x, z);
      listOf(space, z).forEach((row, a) =>
        row.forEach((seen, unit) => {
          const { sum, size } = mixed(matrix.subarray(a * batch, (a + 1) * batch), unit, scale);
          const there = add ? before[a][unit] : 0;
          expect(Math.abs(seen - there - sum)).toBeLessThanOrEqual(roundings(batch) * (size + Math.abs(there)));
        }),
      );
      expect(beyond(space, z).every((each) => each === 0)).toBe(true);
    }
  });

  test('draws a row after the other, and adds one number for each unit to all, with zeros beyond', () => {
    const z = put(space, 2, units, normals(units, batch, 'z'));
    z.values.fill(Number.NaN);
    space.drawNormals(z, new Stream(1, 'drawn'));
    const drawn = new Stream(1, 'drawn').normals(new Float32Array(units * batch));
    listOf(space, z).forEach((row, a) => expect(row).toEqual(drawn.subarray(a * units, (a + 1) * units)));
    expect(beyond(space, z).every((each) => each === 0)).toBe(true);
    const before = listOf(space, z);
    const b = normals(units, 1, 'b');
    space.addToRows(z, b);
    listOf(space, z).forEach((row, a) => expect(row).toEqual(before[a].map((each, i) => Math.fround(each + b[i]))));
    expect(beyond(space, z).every((each) => each === 0)).toBe(true);
  });
});

test('a narrower signal in the place of a wider one has nothing of it beyond its own units', () => {
  const space = new RowSpace(3, 40, 2);
  put(space, 0, 40, normals(40, 3, 'wide')).values.fill(5);
  const narrow = space.rows(0, 9);
  space.drawNormals(narrow, new Stream(1, 'narrow'));
  expect(beyond(space, narrow).every((each) => each === 0)).toBe(true);
  // The widest in the next slot is untouched by the narrower one's rows.
  expect(space.rows(1, 40).values.every((each) => each === 0)).toBe(true);
});
