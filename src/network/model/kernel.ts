import type { ModelLayer } from './model-layer.ts';

type Weight = ModelLayer['weights'][number];

/** What fan_in and fan_out are made of: numbers in a receptive field, channels in, channels out. */
export interface Fans {
  readonly fanIn: number;
  readonly fanOut: number;
}

/** A layer's first weight of two axes or more: its matrix or filter. Undefined for one without. */
export function kernelOf(layer: ModelLayer): Weight | undefined {
  return layer.weights.find(({ shape }) => shape.length >= 2);
}

/**
 * Fans of a kernel by PyTorch's `_calculate_fan_in_and_fan_out`, from TensorFlow's order of axes, (…field, in, out); of a transposed
 * convolution (…field, out, in). A depthwise convolution is one of as many groups as it has channels: (out, 1, …field) to PyTorch. Null for
 * an embedding, whose rows are looked up and not summed.
 */
export function fansOf(layer: ModelLayer): Fans | null {
  const kernel = kernelOf(layer);
  const kind = layer.getClassName();
  if (!kernel || kind === 'Embedding') return null;
  const shape = kernel.shape as number[];
  const field = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  const [before, last] = shape.slice(-2);
  if (/^(Depthwise|Separable)/.test(kind)) return { fanIn: field, fanOut: before * last * field };
  const [input, output] = /Transpose$/.test(kind) ? [last, before] : [before, last];
  return { fanIn: input * field, fanOut: output * field };
}
