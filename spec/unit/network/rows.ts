import { semidefiniteFactor } from '../../../src/numeric/index.ts';
import type { Rows, RowSpace } from '../../../src/network/row-space.ts';
import { Stream } from '../../../src/random/index.ts';
import { U } from './values.ts';

/** A signal unit by unit, as rows of a space that held NaN before: what is read beyond the rows shows. */
export function put(space: RowSpace, slot: number, units: number, values: ArrayLike<number>): Rows {
  const rows = space.rows(slot, units);
  rows.values.fill(Number.NaN);
  space.fill(rows, (place) => values[place]);
  return rows;
}

/** The numbers of each row, without what lies between and beyond them. */
export const listOf = ({ batch }: RowSpace, { units, length, values }: Rows): Float32Array[] =>
  Array.from({ length: batch }, (_, row) => values.slice(row * length, row * length + units));

/** What lies between and beyond the rows. */
export const beyond = ({ batch }: RowSpace, { units, length, values }: Rows): Float32Array =>
  values.filter((_, i) => i % length >= units || i >= batch * length);

/** Normal numbers, unit by unit. */
export const normals = (units: number, batch: number, label: string): Float32Array =>
  new Stream(1, `rows/${label}`).normals(new Float32Array(units * batch));

export const dot = (x: ArrayLike<number>, y: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
};

export const norm = (x: ArrayLike<number>): number => Math.sqrt(dot(x, x));

/** Lower triangular L with L Lᵀ = X Xᵀ, rows first, and the orthonormal rows Q of X = L Q, in float64, for rows that span all they can. */
export function factored(x: readonly ArrayLike<number>[]): { L: (a: number, b: number) => number; Q: Float64Array[] } {
  const n = x.length;
  const factor = semidefiniteFactor(
    Float64Array.from({ length: n * n }, (_, i) => dot(x[Math.floor(i / n)], x[i % n])),
    n,
  );
  const L = (a: number, b: number) => factor[a * n + b];
  const Q: Float64Array[] = [];
  for (let a = 0; a < n; a++) {
    const rest = Float64Array.from(x[a]);
    for (let b = 0; b < a; b++) for (let i = 0; i < rest.length; i++) rest[i] -= L(a, b) * Q[b][i];
    Q.push(rest.map((each) => each / L(a, a)));
  }
  return { L, Q };
}

/** Float32 roundings of a sum of `batch` products with rounded coefficients. */
export const roundings = (batch: number): number => (batch + 2) * U;
