import type { CheckpointTensor } from '../checkpoint/index.ts';
import { Stream } from '../random/index.ts';
import type { MatrixView } from './matrix-view.ts';
import type { Measurement } from './measure.ts';

/** Fewer lines than these may be as long as one another, and at right angles, by chance. */
const FEWEST = 4;

/** Mixtures of lines that are looked at. */
const PROBES = 8;

/**
 * The gain of a matrix whose rows or columns, whichever are fewer, are orthogonal and all of one length; null for others. Lines of independent
 * numbers differ in their squared lengths by a share √(2/length): a twentieth of that is what is allowed, far more than any rounding makes.
 *
 * That all are at right angles is seen in mixtures of them with random signs, whose squared lengths then are the sums of theirs.
 */
export async function orthogonalGain(
  tensor: CheckpointTensor,
  view: MatrixView,
  { rowSquares, columnSquares, secondMoment }: Measurement,
): Promise<number | null> {
  const { rows, columns } = view;
  const byRows = rows <= columns;
  const [count, length] = byRows ? [rows, columns] : [columns, rows];
  const squares = byRows ? rowSquares : columnSquares;
  if (!squares || count < FEWEST || !(secondMoment > 0)) return null;
  const expected = secondMoment * length;
  const allowed = Math.sqrt(2 / length) / 20 + 2 ** -20;
  const near = (square: number, of: number) => Math.abs(square / of - 1) <= allowed;
  if (!squares.every((square) => near(square, expected))) return null;
  const mixed = await mixtures(tensor, view, byRows);
  return mixed.every((square) => near(square, expected * count)) ? Math.sqrt(expected) : null;
}

const signs = (probe: number, count: number): Float64Array => {
  const stream = new Stream(0, `signs ${probe}`);
  return Float64Array.from({ length: count }, () => (stream.word() & 1 ? 1 : -1));
};

/** Squared lengths of mixtures of the rows, or of the columns, of a matrix. */
async function mixtures(tensor: CheckpointTensor, { rows, columns }: MatrixView, byRows: boolean): Promise<number[]> {
  const [count, length] = byRows ? [rows, columns] : [columns, rows];
  const probes = Array.from({ length: PROBES }, (_, probe) => ({ sign: signs(probe, count), sums: new Float64Array(length) }));
  let at = 0;
  for await (const piece of tensor.numbers()) {
    for (const { sign, sums } of probes) {
      let [row, column] = [Math.floor(at / columns), at % columns];
      for (const value of piece) {
        if (byRows) sums[column] += sign[row] * value;
        else sums[row] += sign[column] * value;
        if (++column === columns) [row, column] = [row + 1, 0];
      }
    }
    at += piece.length;
  }
  return probes.map(({ sums }) => sums.reduce((sum, one) => sum + one * one, 0));
}
