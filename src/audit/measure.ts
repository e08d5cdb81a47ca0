import type { CheckpointTensor } from '../checkpoint/index.ts';
import { BINS, INFINITE } from './cut-points.ts';
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
  const first: number[] = [];
  const sums = new Sums();
  let numbers = 0;
  for await (const piece of tensor.numbers()) {
    for (let i = 0; i < piece.length && first.length < FIRST; i++) first.push(piece[i]);
    sums.add(piece);
    if (lines) addSquares(piece, numbers, columns, rowSquares, columnSquares);
    numbers += piece.length;
    passed(piece.length * (tensor.bytes / Math.max(1, size(tensor.shape))));
  }
  const { nan, infinite, zeros, smallest, greatest, bins, origin } = sums;
  const finite = numbers - nan - infinite;
  const [m1, m2, m3, m4] = sums.powers.map((sum) => sum / finite);
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

/** Sums over numbers that come piece by piece. */
class Sums {
  nan = 0;
  infinite = 0;
  zeros = 0;
  smallest = Infinity;
  greatest = -Infinity;
  /** Powers 1 to 4 of the distance from here, the first finite number: a scale near 1 keeps the digits of its spread. */
  origin: number = Number.NaN;
  readonly powers: [number, number, number, number] = [0, 0, 0, 0];
  readonly bins: Uint32Array = new Uint32Array(BINS);
  #rounded = new Float32Array(0);

  add(piece: Float32Array | Float64Array): void {
    if (this.#rounded.length < piece.length) this.#rounded = new Float32Array(piece.length);
    this.#rounded.set(piece);
    const before = this.#beyond();
    this.#count(new Uint32Array(this.#rounded.buffer, 0, piece.length), piece);
    const finite = this.#beyond() === before ? piece : this.#finite(piece);
    if (finite.length > 0) this.#addPowers(finite);
  }

  /** How many have been counted that float32 has no finite number for. */
  #beyond(): number {
    let sum = 0;
    for (const sign of [0, BINS / 2]) for (let bin = INFINITE; bin < BINS / 2; bin++) sum += this.bins[sign + bin];
    return sum;
  }

  #count(words: Uint32Array, piece: Float32Array | Float64Array): void {
    const { bins } = this;
    const near = bins[0] + bins[BINS / 2];
    for (let i = 0; i < words.length; i++) bins[words[i] >>> 16]++;
    if (bins[0] + bins[BINS / 2] > near) for (const value of piece) this.zeros += Number(value === 0);
  }

  #finite(piece: Float32Array | Float64Array): Float32Array | Float64Array {
    for (const value of piece) {
      if (Number.isNaN(value)) this.nan++;
      else if (!Number.isFinite(value)) this.infinite++;
    }
    return piece.filter(Number.isFinite);
  }

  #addPowers(piece: Float32Array | Float64Array): void {
    if (Number.isNaN(this.origin)) this.origin = piece[0];
    const { origin, powers } = this;
    let { smallest, greatest } = this;
    let [sum1, sum2, sum3, sum4] = powers;
    for (let i = 0; i < piece.length; i++) {
      const value = piece[i];
      if (value < smallest) smallest = value;
      if (value > greatest) greatest = value;
      const away = value - origin;
      const square = away * away;
      sum1 += away;
      sum2 += square;
      sum3 += square * away;
      sum4 += square * square;
    }
    Object.assign(powers, [sum1, sum2, sum3, sum4]);
    Object.assign(this, { smallest, greatest });
  }
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
