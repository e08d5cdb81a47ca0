import { nonNegativeInteger, ParameterError } from '../parameter.ts';

/** A weight's shape as PyTorch lays it out: (fan_out, fan_in) for a dense layer, (out, in, …kernel) for a convolution. */
export type Shape = readonly number[];

/** How many inputs feed one unit, and how many units one input feeds. */
export interface Fans {
  fanIn: number;
  fanOut: number;
}

/**
 * Number of entries of a weight; 1 for the shape [].
 *
 * @throws ParameterError for an entry that is not an integer ≥ 0.
 */
export function size(shape: Shape): number {
  return shape.reduce((product, entry) => product * nonNegativeInteger('every entry of shape', entry), 1);
}

/**
 * Fans of a weight of rank ≥ 2, as `torch.nn.init._calculate_fan_in_and_fan_out` counts them: a size of 0 makes a fan of 0.
 *
 * @throws ParameterError for a shape of rank 0 or 1, or with an entry that is not an integer ≥ 0.
 */
export function fans(shape: Shape): Fans {
  if (shape.length < 2) throw new ParameterError('shape', 'of rank 2 or more, (fan_out, fan_in, …)', shape);
  for (const entry of shape) nonNegativeInteger('every entry of shape', entry);
  const [out, into, ...kernel] = shape;
  const receptiveField = size(kernel);
  return { fanIn: into * receptiveField, fanOut: out * receptiveField };
}

/** Passes `shape` on if it is that of a matrix. */
export function matrix(shape: Shape): Shape {
  if (shape.length !== 2) throw new ParameterError('shape', 'of rank 2, (rows, columns)', shape);
  return shape;
}
