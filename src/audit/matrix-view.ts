import type { CheckpointTensor, Layout } from '../checkpoint/index.ts';

/** A weight as the matrix that it is when its units' weights are flattened, as its numbers lie: rows one after the other. */
export interface MatrixView {
  readonly rows: number;
  readonly columns: number;
  /** Whether a row is a unit, or a column is. */
  readonly units: 'rows' | 'columns';
  /** Inputs (channels), each of `kernel` positions. */
  readonly inputs: number;
  readonly kernel: number;
  /** The input that a position among a unit's weights belongs to. */
  readonly inputOf: (position: number) => number;
}

/** Axes of one unit and of one input, and the product of the others. */
export interface Axes {
  readonly outputs: number;
  readonly inputs: number;
  readonly kernel: number;
}

/** The axes of a shape of rank ≥ 2: (out, in, k…) in PyTorch, (k…, in, out) in TensorFlow. */
export function axesOf(shape: readonly number[], layout: Layout): Axes {
  const [outputs, inputs, ...kernel] = layout === 'torch' ? shape : shape.toReversed();
  return { outputs, inputs, kernel: kernel.reduce((product, size) => product * size, 1) };
}

/** The matrix that a tensor of rank ≥ 2 is. */
export function matrixView({ shape, order }: Pick<CheckpointTensor, 'shape' | 'order'>, layout: Layout): MatrixView {
  const { outputs, inputs, kernel } = axesOf(shape, layout);
  // Column by column, a tensor lies as its mirror image does row by row.
  const unitsFirst = (layout === 'torch') === (order === 'row-major');
  const kernelLast = layout === 'torch' ? order === 'row-major' : order === 'column-major';
  const each = inputs * kernel;
  return {
    rows: unitsFirst ? outputs : each,
    columns: unitsFirst ? each : outputs,
    units: unitsFirst ? 'rows' : 'columns',
    inputs,
    kernel,
    inputOf: kernelLast ? (position) => Math.floor(position / kernel) : (position) => position % inputs,
  };
}
