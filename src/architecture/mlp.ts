import { type Activation, linear } from '../activation/index.ts';
import type { Initializer } from '../init/index.ts';
import { ParameterError, positiveInteger } from '../parameter.ts';
import type { Architecture } from './architecture.ts';

export interface MlpOptions {
  /** Units of every layer, or the widths from input to output: `[784, 256, 10]` is two layers. */
  width: number | readonly number[];
  /** Number of layers; given by the list where `width` is one. */
  depth?: number;
  /** Rows of the input. */
  batch?: number;
  activation?: Activation;
  init: Initializer;
}

/**
 * A multilayer perceptron without biases: in each layer a weight drawn by `init`, then the activation.
 *
 * @throws ParameterError for a width, depth or batch that is not a positive integer.
 */
export function mlp({ width, depth, batch = 16, activation = linear, init }: MlpOptions): Architecture {
  positiveInteger('batch', batch);
  const widths = typeof width === 'number' ? uniformWidths(width, depth) : width;
  for (const units of widths) positiveInteger('width', units);
  if (widths.length < 2) throw new ParameterError('width', 'a list of two widths or more, from input to output', width);
  if (depth !== undefined && depth !== widths.length - 1) {
    throw new ParameterError('depth', `${widths.length - 1}, as many as the list of widths has layers`, depth);
  }
  const layers = widths.slice(1).map((fanOut, index) => ({ fanIn: widths[index], fanOut, activation, init, stream: index }));
  return { batch, layers };
}

function uniformWidths(width: number, depth: number | undefined): number[] {
  if (depth === undefined) throw new ParameterError('depth', 'given where width is one number', depth);
  return new Array<number>(positiveInteger('depth', depth) + 1).fill(width);
}
