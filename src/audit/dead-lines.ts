import type { MatrixView } from './matrix-view.ts';
import type { Measurement } from './measure.ts';

/** Units and inputs whose weights are all 0. */
export interface DeadLines {
  readonly outputs: number;
  readonly inputs: number;
  /** Zeros that lie in them. */
  readonly zeros: number;
}

/** The dead rows and columns of a weight that is not 0 as a whole. */
export function deadLines(view: MatrixView, { rowSquares, columnSquares, secondMoment }: Measurement): DeadLines {
  if (!rowSquares || !columnSquares || secondMoment === 0) return { outputs: 0, inputs: 0, zeros: 0 };
  const [units, positions] = view.units === 'rows' ? [rowSquares, columnSquares] : [columnSquares, rowSquares];
  const outputs = units.reduce((sum, square) => sum + Number(square === 0), 0);
  const alive = new Uint8Array(view.inputs);
  positions.forEach((square, position) => {
    if (square !== 0) alive[view.inputOf(position)] = 1;
  });
  const inputs = alive.reduce((sum, one) => sum + 1 - one, 0);
  const of = units.length * positions.length;
  return { outputs, inputs, zeros: of - (units.length - outputs) * (positions.length - inputs * view.kernel) };
}
