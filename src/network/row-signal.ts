import type { RowSpace, Rows } from './row-space.ts';
import type { Signal } from './trace.ts';

/** The statistics of a signal stored in rows, all of them from its Gram matrix and the sums of its rows. */
export function rowSignal(space: RowSpace, rows: Rows, gram: Float64Array = space.gram(rows)): Signal {
  const { batch } = space;
  const { units } = rows;
  const n = batch * units;
  const mean = space.sums(rows).reduce((total, sum) => total + sum, 0) / n;
  const squares = Float64Array.from({ length: batch }, (_, row) => gram[row * batch + row]);
  const total = squares.reduce((sum, square) => sum + square, 0);
  let [together, alike] = [0, 0];
  for (let a = 1; a < batch; a++) {
    for (let b = 0; b < a; b++) {
      together += gram[a * batch + b];
      alike += gram[a * batch + b] / Math.sqrt(squares[a]) / Math.sqrt(squares[b]);
    }
  }
  // Of a batch of one there are no pairs: 0/0.
  const pairs = (batch * (batch - 1)) / 2;
  return {
    mean,
    std: Math.sqrt(Math.max(0, total - n * mean * mean) / (n - 1)),
    secondMoment: total / n,
    rowSecondMoments: squares.map((square) => square / units),
    covariance: together / units / pairs,
    cosine: alike / pairs,
  };
}
