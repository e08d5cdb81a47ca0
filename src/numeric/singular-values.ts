import { Matrix, SingularValueDecomposition } from 'ml-matrix';

/** The singular values of a matrix given row by row, the largest first. */
export function singularValues(entries: ArrayLike<number>, rows: number): Float64Array {
  const columns = entries.length / rows;
  const matrix = Matrix.zeros(rows, columns);
  for (let i = 0; i < entries.length; i++) matrix.set(Math.floor(i / columns), i % columns, entries[i]);
  const options = { computeLeftSingularVectors: false, computeRightSingularVectors: false, autoTranspose: true };
  return Float64Array.from(new SingularValueDecomposition(matrix, options).diagonal);
}
