import type { MatrixView } from './matrix-view.ts';
import type { Measurement } from './measure.ts';

/** Units and inputs whose weights are all 0, by their index. */
export interface DeadLines {
  readonly outputs: readonly number[];
  readonly inputs: readonly number[];
  /** Zeros that lie in them. */
  readonly zeros: number;
}

/** The dead rows and columns of a weight that is not 0 as a whole. */
export function deadLines(view: MatrixView, { rowSquares, columnSquares, secondMoment }: Measurement): DeadLines {
  if (!rowSquares || !columnSquares || secondMoment === 0) return { outputs: [], inputs: [], zeros: 0 };
  const [units, positions] = view.units === 'rows' ? [rowSquares, columnSquares] : [columnSquares, rowSquares];
  const alive = new Uint8Array(view.inputs);
  positions.forEach((square, position) => {
    if (square !== 0) alive[view.inputOf(position)] = 1;
  });
  const outputs = indicesOf(units);
  const inputs = indicesOf(alive);
  const living = (units.length - outputs.length) * (positions.length - inputs.length * view.kernel);
  return { outputs, inputs, zeros: units.length * positions.length - living };
}

/** Where a list is 0. */
function indicesOf(values: ArrayLike<number>): number[] {
  const indices: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i] === 0) indices.push(i);
  return indices;
}
