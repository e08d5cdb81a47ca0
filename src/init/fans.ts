import { ParameterError, positiveInteger } from '../parameter.ts';

/** A weight's shape as PyTorch lays it out: (fan_out, fan_in) for a dense layer, (out, in, …kernel) for a convolution. */
export type Shape = readonly number[];

/** How many inputs feed one unit, and how many units one input feeds. */
export interface Fans {
  fanIn: number;
  fanOut: number;
}

/**
 * Fans of a weight of rank ≥ 2, as `torch.nn.init._calculate_fan_in_and_fan_out` counts them.
 *
 * @throws ParameterError for a shape of rank 0 or 1, or with an entry that is not a positive integer.
 */
export function fans(shape: Shape): Fans {
  if (shape.length < 2) throw new ParameterError('shape', 'of rank 2 or more, (fan_out, fan_in, …)', shape);
  for (const size of shape) positiveInteger('every entry of shape', size);
  const [out, into, ...kernel] = shape;
  const receptiveField = kernel.reduce((product, size) => product * size, 1);
  return { fanIn: into * receptiveField, fanOut: out * receptiveField };
}
