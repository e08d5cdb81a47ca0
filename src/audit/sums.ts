import { BINS, INFINITE } from './cut-points.ts';
import type { MatrixView } from './matrix-view.ts';

type Piece = Float32Array | Float64Array;

/** Sums of squares over the rows and columns of a matrix whose numbers come row by row. */
export class Lines {
  readonly columns: number;
  readonly rowSquares: Float64Array;
  readonly columnSquares: Float64Array;
  /** Where the next number lies. */
  row: number = 0;
  column: number = 0;

  constructor({ rows, columns }: MatrixView) {
    [this.columns, this.rowSquares, this.columnSquares] = [columns, new Float64Array(rows), new Float64Array(columns)];
  }

  /** Numbers from here to the end of the row, or of a piece: the sum of their squares is added to the row's when they are passed. */
  pass(numbers: number, squares: number): void {
    this.rowSquares[this.row] += squares;
    this.column += numbers;
    if (this.column === this.columns) [this.row, this.column] = [this.row + 1, 0];
  }
}

/** Sums over numbers that come piece by piece. */
export class Sums {
  nan = 0;
  /** How many came before the first that is not finite; −1 where none is. */
  firstNonFinite = -1;
  #seen = 0;
  infinite = 0;
  zeros = 0;
  smallest: number = Infinity;
  greatest: number = -Infinity;
  /**
   * Powers 1 to 4 of the distance from here. Of vectors it is their first number, for a scale near 1 is to keep the digits of its spread; of
   * matrices 0, whose squares their lines want too.
   */
  origin: number;
  readonly powers: Float64Array = new Float64Array(4);
  readonly bins: Uint32Array = new Uint32Array(BINS);
  readonly #lines: Lines | null;

  constructor(lines: Lines | null) {
    this.#lines = lines;
    this.origin = lines ? 0 : Number.NaN;
  }

  add(piece: Piece): void {
    const before = this.#beyond();
    this.#count(piece);
    const finite = this.#beyond() === before;
    if (!finite && this.firstNonFinite < 0) {
      const at = piece.findIndex((value) => !Number.isFinite(value));
      if (at >= 0) this.firstNonFinite = this.#seen + at;
    }
    this.#seen += piece.length;
    if (this.#lines && finite) return this.#addMatrix(piece, this.#lines);
    if (this.#lines) addSquares(piece, this.#lines);
    this.#addPowers(finite ? piece : this.#finite(piece));
  }

  /** How many have been counted that float32 has no finite number for. */
  #beyond(): number {
    let sum = 0;
    for (const sign of [0, BINS / 2]) for (let bin = INFINITE; bin < BINS / 2; bin++) sum += this.bins[sign + bin];
    return sum;
  }

  #count(piece: Piece): void {
    const { bins } = this;
    const { buffer, byteOffset, length } = piece instanceof Float32Array ? piece : Float32Array.from(piece);
    const words = new Uint32Array(buffer, byteOffset, length);
    const near = bins[0] + bins[BINS / 2];
    for (let i = 0; i < words.length; i++) bins[words[i] >>> 16]++;
    if (bins[0] + bins[BINS / 2] > near) for (const value of piece) this.zeros += Number(value === 0);
  }

  #finite(piece: Piece): Piece {
    for (const value of piece) {
      if (Number.isNaN(value)) this.nan++;
      else if (!Number.isFinite(value)) this.infinite++;
    }
    return piece.filter(Number.isFinite);
  }

  #addPowers(piece: Piece): void {
    if (piece.length > 0 && Number.isNaN(this.origin)) this.origin = piece[0];
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
    powers.set([sum1, sum2, sum3, sum4]);
    Object.assign(this, { smallest, greatest });
  }

  /** Powers and lines in one loop. */
  #addMatrix(piece: Piece, lines: Lines): void {
    const { powers } = this;
    const { columns, columnSquares } = lines;
    let { smallest, greatest } = this;
    let [sum1, sum2, sum3, sum4] = powers;
    for (let i = 0; i < piece.length;) {
      const from = i;
      const end = Math.min(piece.length, i + columns - lines.column);
      let squares = 0;
      for (let column = lines.column; i < end; i++, column++) {
        const value = piece[i];
        if (value < smallest) smallest = value;
        if (value > greatest) greatest = value;
        const square = value * value;
        columnSquares[column] += square;
        squares += square;
        sum1 += value;
        sum3 += square * value;
        sum4 += square * square;
      }
      sum2 += squares;
      lines.pass(end - from, squares);
    }
    powers.set([sum1, sum2, sum3, sum4]);
    Object.assign(this, { smallest, greatest });
  }
}

/** The lines' sums of numbers that are not all finite: theirs are not, then. */
function addSquares(piece: Piece, lines: Lines): void {
  for (const value of piece) {
    lines.columnSquares[lines.column] += value * value;
    lines.pass(1, value * value);
  }
}
