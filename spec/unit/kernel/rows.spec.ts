import { describe, expect, test } from 'vitest';
import { reference, ROUNDING, worst } from './reference.ts';
import { Workspace } from './workspace.ts';

const HIGHEST = 3.4028234663852886e38;
const cases = [4, 8, 16].flatMap((rows) => [8, 16, 24, 256, 1000].map((length) => ({ rows, length })));

/** `count` numbers from −1 to 1, of sizes down to 2⁻⁸. */
function numbers(count: number, start: bigint): Float32Array {
  const words = reference([start, 2n, 3n, 4n], count);
  return Float32Array.from(words, (word) => (word / 2 ** 31 - 1) * 2 ** -(word & 7));
}

/** Rows in the kernel's memory, with room of NaN between one and the next: who reads it shows it. */
function rowsOf(workspace: Workspace, rows: number, length: number, start: bigint) {
  const stride = length + 8;
  const values = numbers(rows * length, start);
  const all = workspace.put(new Float32Array(rows * stride).fill(Number.NaN));
  const row = (a: number) => all.subarray(a * stride, a * stride + length);
  for (let a = 0; a < rows; a++) row(a).set(values.subarray(a * length, (a + 1) * length));
  const gaps = () => all.filter((_, i) => i % stride >= length);
  return { all, at: all.byteOffset, stride: stride * 4, row, gaps };
}

/**
 * Σ of terms in float64 and Σ of their sizes, and how far another order of summing may be from the former: n roundings for each of
 * the two (Higham, "Accuracy and stability of numerical algorithms", 4.2).
 */
function summed(terms: ArrayLike<number>): { sum: number; sizes: number; bound: number } {
  let sum = 0;
  let sizes = 0;
  for (let i = 0; i < terms.length; i++) {
    sum += terms[i];
    sizes += Math.abs(terms[i]);
  }
  return { sum, sizes, bound: terms.length * Number.EPSILON * sizes };
}

const times = (x: Float32Array, y: Float32Array) => Float64Array.from(x, (each, i) => each * y[i]);

describe.each(cases)('of $rows rows of $length numbers', ({ rows, length }) => {
  const workspace = new Workspace();
  const { kernel } = workspace;
  const x = rowsOf(workspace, rows, length, 1n);
  const y = rowsOf(workspace, rows, length, 5n);
  const out = workspace.put(new Float64Array(rows * rows + 8));
  const places = Array.from({ length: rows * rows }, (_, i) => ({ a: Math.floor(i / rows), b: i % rows, i }));

  test('gram has all scalar products up to the diagonal', () => {
    out.fill(7);
    kernel.gram(x.at, x.stride, length, rows, out.byteOffset);
    const lower = places.filter(({ a, b }) => b <= a);
    const truth = lower.map(({ a, b }) => summed(times(x.row(a), x.row(b))));
    expect(
      worst(
        lower.map(({ i }) => out[i]),
        truth.map(({ sum }) => sum),
        truth.map(({ bound }) => bound),
      ),
    ).toBeLessThanOrEqual(1);
    expect(Array.from(out.subarray(rows * rows))).toEqual([7, 7, 7, 7, 7, 7, 7, 7]);
  });

  test('crossGram has the scalar products of each row with each of the others, to the 17 float32 roundings of a chunk', () => {
    out.fill(7);
    kernel.crossGram(x.at, y.at, x.stride, length, rows, out.byteOffset);
    const truth = places.map(({ a, b }) => summed(times(x.row(a), y.row(b))));
    expect(
      worst(
        out.subarray(0, rows * rows),
        truth.map(({ sum }) => sum),
        // 64 numbers in four lanes: each product is rounded, and then up to 16 sums.
        truth.map(({ bound, sizes }) => bound + 17 * ROUNDING * sizes),
      ),
    ).toBeLessThanOrEqual(1);
    expect(Array.from(out.subarray(rows * rows))).toEqual([7, 7, 7, 7, 7, 7, 7, 7]);
  });

  test('rowSums has the sum of each', () => {
    out.fill(7);
    kernel.rowSums(x.at, x.stride, length, rows, out.byteOffset);
    const truth = Array.from({ length: rows }, (_, a) => summed(x.row(a)));
    expect(
      worst(
        out.subarray(0, rows),
        truth.map(({ sum }) => sum),
        truth.map(({ bound }) => bound),
      ),
    ).toBeLessThanOrEqual(1);
    expect(out.subarray(rows).every((each) => each === 7)).toBe(true);
  });

  test.each([
    { triangular: false, add: false },
    { triangular: false, add: true },
    { triangular: true, add: false },
    { triangular: true, add: true },
  ])('product mixes them, triangular $triangular, added $add', ({ triangular, add }) => {
    const mixed = new Workspace();
    const c = mixed.put(numbers(rows * rows, 9n));
    if (triangular) for (const { a, b, i } of places) if (b > a) c[i] = 0;
    const from = rowsOf(mixed, rows, length, 1n);
    const to = rowsOf(mixed, rows, length, 5n);
    const before = to.all.slice();
    mixed.kernel.product(c.byteOffset, from.at, to.at, from.stride, length, rows, triangular, add);
    for (let a = 0; a < rows; a++) {
      const own = c.subarray(a * rows, (a + 1) * rows);
      const truth = Array.from({ length }, (_, i) => {
        const terms = Array.from(own, (each, k) => each * from.row(k)[i]);
        return summed(add ? [before[(a * from.stride) / 4 + i], ...terms] : terms);
      });
      // In float32, n products and n sums: no term has more than n + 1 roundings.
      const bounds = truth.map(({ sizes }) => (rows + 1) * ROUNDING * sizes);
      expect(
        worst(
          to.row(a),
          truth.map(({ sum }) => sum),
          bounds,
        ),
      ).toBeLessThanOrEqual(1);
    }
    expect(to.gaps().every(Number.isNaN)).toBe(true);
    expect(from.all).toEqual(rowsOf(new Workspace(), rows, length, 1n).all);
  });
});

describe('numbers at the end of float32', () => {
  const workspace = new Workspace();
  const { kernel } = workspace;
  const x = workspace.put(new Float32Array(32).fill(HIGHEST));
  const y = workspace.put(new Float32Array(32));
  const out = workspace.put(new Float64Array(16));

  test('have scalar products and sums all the same: these are in float64', () => {
    kernel.gram(x.byteOffset, 32, 8, 4, out.byteOffset);
    expect(out[0]).toBe(8 * HIGHEST ** 2);
    kernel.rowSums(x.byteOffset, 32, 8, 4, out.byteOffset);
    expect(out[3]).toBe(8 * HIGHEST);
  });

  test('overflow to ∞ of their sign in a product, which is float32', () => {
    const c = workspace.put(new Float32Array(16));
    c.set([1, 1, 0, 0, -1, -1, 0, 0, 1, 0, 0, 0, 1, -1, 0, 0]);
    kernel.product(c.byteOffset, x.byteOffset, y.byteOffset, 32, 8, 4, false, false);
    expect([0, 8, 16, 24].map((i) => y[i])).toEqual([Infinity, -Infinity, HIGHEST, 0]);
  });

  test('are ∞ and NaN where they were, in the rows that have them and in no other', () => {
    const some = workspace.put(new Float32Array(32).fill(1));
    some[3] = Infinity;
    some[12] = Number.NaN;
    kernel.rowSums(some.byteOffset, 32, 8, 4, out.byteOffset);
    expect(Array.from(out.subarray(0, 4))).toEqual([Infinity, Number.NaN, 8, 8]);
    kernel.gram(some.byteOffset, 32, 8, 4, out.byteOffset);
    expect([0, 4, 5, 8, 9, 10, 12, 15].map((i) => out[i])).toEqual([
      Infinity,
      Number.NaN,
      Number.NaN,
      Infinity,
      Number.NaN,
      8,
      Infinity,
      8,
    ]);
  });
});
