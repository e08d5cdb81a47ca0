import { Stream } from '../../../src/random/index.ts';

/** An entry by its row and column. */
type Matrix = (row: number, column: number) => number;

export const filled = (n: number, of: Matrix): Float64Array =>
  Float64Array.from({ length: n * n }, (_, i) => of(Math.floor(i / n), i % n));

/** n rows of d normal numbers. */
export const normals = (n: number, d: number, label: string): Float64Array[] =>
  Array.from({ length: n }, (_, row) => new Stream(1, `semidefinite/${label}/${row}`).normals(new Float64Array(d)));

export const dot = (x: Float64Array, y: Float64Array): number => x.reduce((sum, each, i) => sum + each * y[i], 0);

/** Of n rows, all scalar products. */
export const gramOf = (rows: readonly Float64Array[]): Float64Array => filled(rows.length, (a, b) => dot(rows[a], rows[b]));

/** Σ of coefficients times rows. */
export const combined = (rows: readonly Float64Array[], coefficients: readonly number[]): Float64Array =>
  rows[0].map((_, i) => coefficients.reduce((sum, c, row) => sum + c * rows[row][i], 0));

/** A B, n × n, by rows. */
export function product(A: Float64Array, B: Float64Array, n: number): Float64Array {
  return filled(n, (a, b) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += A[a * n + k] * B[k * n + b];
    return sum;
  });
}

export const transposed = (A: Float64Array, n: number): Float64Array => filled(n, (a, b) => A[b * n + a]);

export const sizes = (A: Float64Array): Float64Array => A.map(Math.abs);

/** The columns of a triangular factor that are not 0. */
export const pivots = (L: Float64Array, n: number): boolean[] => Array.from({ length: n }, (_, a) => L[a * n + a] > 0);

export const rank = (L: Float64Array, n: number): number => pivots(L, n).filter(Boolean).length;

/** Rows and their lengths: fewer than can be independent, as many, and more. */
export const shapes: readonly { n: number; d: number }[] = [1, 2, 4, 5, 16].flatMap((n) =>
  [1, 3, 8, 16, 40].map((d) => ({ n, d })),
);
