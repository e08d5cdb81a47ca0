import type { CheckpointTensor } from '../checkpoint/index.ts';
import type { MatrixView } from './matrix-view.ts';
import { Lines, Sums } from './sums.ts';

/** How many of a tensor's first numbers tell its draw from all others. */
const FIRST = 256;

/** More rows and columns than these are not told apart: their sums would take 128 MB. */
const LINES = 2 ** 24;

/** What one pass over a tensor's numbers shows. Sums and extremes are of the finite ones. */
export interface Measurement {
  readonly numbers: number;
  readonly nan: number;
  readonly infinite: number;
  /** How many numbers lie before the first that is not finite; −1 where none is. */
  readonly firstNonFinite: number;
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
  const lines = view !== null && view.rows + view.columns <= LINES ? new Lines(view) : null;
  const first: number[] = [];
  const sums = new Sums(lines);
  let numbers = 0;
  for await (const piece of tensor.numbers()) {
    for (let i = 0; i < piece.length && first.length < FIRST; i++) first.push(piece[i]);
    sums.add(piece);
    numbers += piece.length;
    passed(piece.length * (tensor.bytes / Math.max(1, size(tensor.shape))));
  }
  const { nan, infinite, firstNonFinite, zeros, smallest, greatest, bins, origin } = sums;
  const finite = numbers - nan - infinite;
  const [m1, m2, m3, m4] = sums.powers.map((sum) => sum / finite);
  const variance = Math.max(0, m2 - m1 * m1);
  return {
    numbers,
    nan,
    infinite,
    firstNonFinite,
    zeros,
    mean: origin + m1,
    secondMoment: variance + (origin + m1) ** 2,
    variance,
    kurtosis: (m4 - 4 * m1 * m3 + 6 * m1 * m1 * m2 - 3 * m1 ** 4) / (variance * variance),
    smallest,
    greatest,
    bins,
    first: Float64Array.from(first),
    rowSquares: lines?.rowSquares ?? null,
    columnSquares: lines?.columnSquares ?? null,
  };
}

const size = (shape: readonly number[]): number => shape.reduce((product, one) => product * one, 1);
