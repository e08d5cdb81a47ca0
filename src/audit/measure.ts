import type { CheckpointTensor } from '../checkpoint/index.ts';
import { BINS } from './cut-points.ts';
import type { MatrixView } from './matrix-view.ts';

/** How many of a tensor's first numbers tell its draw from all others. */
const FIRST = 256;

/** More rows and columns than these are not told apart: their sums would take 128 MB. */
const LINES = 2 ** 24;

/** What one pass over a tensor's numbers shows. Sums and extremes are of the finite ones. */
export interface Measurement {
  readonly numbers: number;
  readonly nan: number;
  readonly infinite: number;
  readonly zeros: number;
  readonly mean: number;
  /** E[w²]. */
  readonly secondMoment: number;
  /** E[(w − mean)²], and its fourth fellow over its square; NaN where there is nothing to divide by. */
  readonly variance: number;
  readonly kurtosis: number;
  readonly smallest: number;
  readonly greatest: number;
  /** Finite numbers by the upper 16 bits of each as a float32. */
  readonly bins: Uint32Array;
  readonly first: Float64Array;
  /** Sums of squares; null for vectors, and where they would be too many. */
  readonly rowSquares: Float64Array | null;
  readonly columnSquares: Float64Array | null;
}

/**
 * Measures a tensor in one pass.
 *
 * @param view of a tensor of rank ≥ 2; null for others.
 * @param passed is told of every piece, in bytes; it may throw.
 */
export async function measure(
  tensor: CheckpointTensor,
  view: MatrixView | null,
  passed: (bytes: number) => void,
): Promise<Measurement> {
  const lines = view !== null && view.rows + view.columns <= LINES;
  const columns = lines ? Math.max(1, view.columns) : 1;
  const rowSquares = new Float64Array(lines ? view.rows : 1);
  const columnSquares = new Float64Array(columns);
  const bins = new Uint32Array(BINS);
  const first: number[] = [];
  let [numbers, nan, infinite, zeros] = [0, 0, 0, 0];
  let [smallest, greatest] = [Infinity, -Infinity];
  // Powers of the distance from the first number: a scale near 1 keeps the digits of its spread.
  let origin = Number.NaN;
  let [sum1, sum2, sum3, sum4] = [0, 0, 0, 0];
  let scratch = new Float32Array(0);
  for await (const piece of tensor.numbers()) {
    if (scratch.length < piece.length) scratch = new Float32Array(piece.length);
    scratch.set(piece);
    const words = new Uint32Array(scratch.buffer);
    for (let i = 0; i < piece.length && first.length < FIRST; i++) first.push(piece[i]);
    for (let i = 0; i < piece.length; i++) {
      const value = piece[i];
      if (value - value !== 0) {
        if (Number.isNaN(value)) nan++;
        else infinite++;
        continue;
      }
      if (Number.isNaN(origin)) origin = value;
      const away = value - origin;
      const square = away * away;
      sum1 += away;
      sum2 += square;
      sum3 += square * away;
      sum4 += square * square;
      if (value === 0) zeros++;
      if (value < smallest) smallest = value;
      if (value > greatest) greatest = value;
      bins[words[i] >>> 16]++;
    }
    if (lines) addSquares(piece, numbers, columns, rowSquares, columnSquares);
    numbers += piece.length;
    passed(piece.length * (tensor.bytes / Math.max(1, size(tensor.shape))));
  }
  const finite = numbers - nan - infinite;
  const [m1, m2, m3, m4] = [sum1, sum2, sum3, sum4].map((sum) => sum / finite);
  const variance = Math.max(0, m2 - m1 * m1);
  return {
    numbers,
    nan,
    infinite,
    zeros,
    mean: origin + m1,
    secondMoment: variance + (origin + m1) ** 2,
    variance,
    kurtosis: (m4 - 4 * m1 * m3 + 6 * m1 * m1 * m2 - 3 * m1 ** 4) / (variance * variance),
    smallest,
    greatest,
    bins,
    first: Float64Array.from(first),
    rowSquares: lines ? rowSquares : null,
    columnSquares: lines ? columnSquares : null,
  };
}

/** Adds the squares of numbers, the first of which is the `at`-th of a matrix, to the sums of their rows and columns. */
function addSquares(
  piece: Float32Array | Float64Array,
  at: number,
  columns: number,
  rowSquares: Float64Array,
  columnSquares: Float64Array,
): void {
  let [row, column] = [Math.floor(at / columns), at % columns];
  for (let i = 0; i < piece.length;) {
    const end = Math.min(piece.length, i + columns - column);
    let sum = 0;
    for (; i < end; i++, column++) {
      const square = piece[i] * piece[i];
      sum += square;
      columnSquares[column] += square;
    }
    rowSquares[row] += sum;
    if (column === columns) [row, column] = [row + 1, 0];
  }
}

const size = (shape: readonly number[]): number => shape.reduce((product, one) => product * one, 1);
