import { type Activation, linear } from '../activation/index.ts';
import type { Initializer } from '../init/index.ts';
import { ParameterError, positiveInteger } from '../parameter.ts';
import type { Architecture } from './architecture.ts';
import { type ExactInput, possible } from './exact-input.ts';

export interface MlpOptions {
  /** Units of every layer, or the widths from input to output: `[784, 256, 10]` is two layers. */
  width: number | readonly number[];
  /** Number of layers; given by the list where `width` is one. */
  depth?: number;
  /** Rows of the input. */
  batch?: number;
  /** N(0, 1) numbers, unless it is said otherwise. */
  input?: ExactInput;
  activation?: Activation;
  init: Initializer;
  /** Draws the biases, of shape (fan_out), that every layer then has. */
  bias?: Initializer;
}

/**
 * A multilayer perceptron: in each layer a weight drawn by `init`, a bias drawn by `bias` if there is one, then the activation.
 *
 * @throws ParameterError for a width, depth or batch that is not a positive integer, and an input that is not possible.
 */
export function mlp({ width, depth, batch = 16, input, activation = linear, init, bias }: MlpOptions): Architecture {
  positiveInteger('batch', batch);
  const widths = typeof width === 'number' ? uniformWidths(width, depth) : width;
  for (const units of widths) positiveInteger('width', units);
  if (widths.length < 2) throw new ParameterError('width', 'a list of two widths or more, from input to output', width);
  if (depth !== undefined && depth !== widths.length - 1) {
    throw new ParameterError('depth', `${widths.length - 1}, as many as the list of widths has layers`, depth);
  }
  const layers = widths
    .slice(1)
    .map((fanOut, index) => ({ fanIn: widths[index], fanOut, activation, init, bias: bias ?? null, stream: index }));
  return { batch, input: input ? possible(input, batch, widths[0]) : null, layers };
}

function uniformWidths(width: number, depth: number | undefined): number[] {
  if (depth === undefined) throw new ParameterError('depth', 'given where width is one number', depth);
  return new Array<number>(positiveInteger('depth', depth) + 1).fill(width);
}
