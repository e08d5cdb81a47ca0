import type { Signal, Signals } from '../../../src/network/index.ts';

/** Unit roundoff of float32. */
export const U: number = 2 ** -24;

/** Numbers, unit by unit, and how far a float32 computation of each may be from it. */
export interface Values {
  readonly x: Float64Array;
  readonly error: Float64Array;
}

/** A signal's statistics, and how far those of a float32 computation may be from them. */
export interface Expected {
  readonly signal: Signal;
  readonly within: Signal;
}

/** Numbers that float32 holds as they are. */
export const exact = (x: ArrayLike<number>): Values => ({ x: Float64Array.from(x), error: new Float64Array(x.length) });

/** The statistics by their definitions, and what errors of the entries can do to them. */
export function statistics({ x, error }: Values, batch: number): Expected {
  const n = x.length;
  const units = n / batch;
  const all = Array.from({ length: n }, (_, i) => i);
  const rows = Array.from({ length: batch }, (_, row) => all.filter((i) => i % batch === row));
  const sum = (of: (i: number) => number, over = all) => over.reduce((total, i) => total + of(i), 0);
  const mean = sum((i) => x[i]) / n;
  const moved = (i: number) => error[i] * (2 * Math.abs(x[i]) + error[i]);
  const rowSecondMoments = Float64Array.from(rows, (row) => sum((i) => x[i] ** 2, row) / units);
  const signal = {
    mean,
    std: Math.sqrt(sum((i) => (x[i] - mean) ** 2) / (n - 1)),
    secondMoment: sum((i) => x[i] ** 2) / n,
    rowSecondMoments,
  };
  // Sums in float64 are right to n·ε of the sum of their terms' sizes; the std is a norm, so its error is at most the errors' norm.
  const rounding = 2 * n * Number.EPSILON;
  const within = {
    mean: sum((i) => error[i]) / n + (rounding * sum((i) => Math.abs(x[i]))) / n,
    std: Math.sqrt(sum((i) => error[i] ** 2) / (n - 1)) + rounding * Math.sqrt(signal.secondMoment),
    secondMoment: sum(moved) / n + rounding * signal.secondMoment,
    rowSecondMoments: Float64Array.from(rows, (row, a) => sum(moved, row) / units + rounding * rowSecondMoments[a]),
  };
  const products = pairs({ x, error }, rows, rounding, rowSecondMoments);
  return { signal: { ...signal, ...products.signal }, within: { ...within, ...products.within } };
}

type OfPairs = Pick<Signal, 'covariance' | 'cosine'>;

/**
 * Pair by pair. An error e_a of x_a turns its direction by |e_a|/|x_a|, so a cosine is wrong by at most the two angles.
 *
 * What is averaged may be taken as the square of a sum, as large as (Σ_a |x_a|)² in every unit: its rounding is of that size.
 */
function pairs(
  { x, error }: Values,
  rows: number[][],
  rounding: number,
  own: Float64Array,
): { signal: OfPairs; within: OfPairs } {
  const batch = rows.length;
  const units = x.length / batch;
  const norm = (of: Float64Array, row: number[]) => Math.sqrt(row.reduce((total, i) => total + of[i] ** 2, 0));
  const turned = rows.map((row) => norm(error, row) / norm(x, row));
  let [covariance, cosine, moved, angles] = [0, 0, 0, 0];
  for (let a = 0; a < batch; a++) {
    for (let b = 0; b < batch; b++) {
      if (a === b) continue;
      let product = 0;
      for (let unit = 0; unit < units; unit++) {
        const [i, j] = [unit * batch + a, unit * batch + b];
        product += x[i] * x[j];
        moved += Math.abs(x[i]) * error[j] + Math.abs(x[j]) * error[i] + error[i] * error[j];
      }
      covariance += product / units;
      cosine += product / (norm(x, rows[a]) * norm(x, rows[b]));
      angles += turned[a] + turned[b];
    }
  }
  const ordered = batch * (batch - 1);
  const total = own.reduce((all, q) => all + q, 0);
  return {
    signal: { covariance: covariance / ordered, cosine: cosine / ordered },
    within: {
      covariance: (moved / units + rounding * (batch + 1) * total) / ordered,
      cosine: (angles + rounding * (batch + 1) * batch) / ordered,
    },
  };
}

/** How far a value is from the truth, in units of the bound. What is in truth not a number must not be one. */
export function inBounds(value: number, truth: number, bound: number): number {
  if (Number.isNaN(truth)) return Number.isNaN(value) ? 0 : Infinity;
  // Bound and difference are both 0 where nothing can go wrong.
  return value === truth ? 0 : Math.abs(value - truth) / bound;
}

/** How far a signal is from what is expected, in units of the bound: the largest over the statistics. */
export function distance(seen: Signal, { signal, within }: Expected): number {
  const single = (['mean', 'std', 'secondMoment', 'covariance', 'cosine'] as const).map((name) =>
    inBounds(seen[name], signal[name], within[name]),
  );
  const rows = Array.from(signal.rowSecondMoments, (truth, row) =>
    inBounds(seen.rowSecondMoments[row], truth, within.rowSecondMoments[row]),
  );
  // NaN is no distance: it must not pass for one that is below 1.
  return [...single, ...rows].reduce((most, each) => (each <= most ? most : Number.isNaN(each) ? Infinity : each), 0);
}

/** One layer of a trace. */
export const layerOf = (signals: Signals, layer: number): Signal => ({
  mean: signals.mean[layer],
  std: signals.std[layer],
  secondMoment: signals.secondMoment[layer],
  rowSecondMoments: signals.rowSecondMoments[layer],
  covariance: signals.covariance[layer],
  cosine: signals.cosine[layer],
});

/** The largest distance over the layers; every layer must be there. */
export function farthest(seen: Signals | undefined, expected: readonly Expected[]): number {
  if (seen?.std.length !== expected.length) return Infinity;
  return Math.max(...expected.map((each, layer) => distance(layerOf(seen, layer), each)));
}
