import type { ModelLayer } from './model-layer.ts';

type Weight = ModelLayer['weights'][number];

/** What fan_in and fan_out are made of: numbers in a receptive field, channels in, channels out. */
export interface Fans {
  readonly fanIn: number;
  readonly fanOut: number;
}

/** Layers whose weights scale or bend what comes, number by number, and sum nothing. */
const ELEMENTWISE = /^PReLU$|Normalization$/;

/** Embeddings look rows up; the others sum more than once: over time, in gates, in two kernels one after the other. No fans say what they do. */
const NOT_ONE_SUM = /^Embedding$|RNN$|LSTM|GRU|^Bidirectional$|^Separable/;

/** A layer's first matrix or filter. Undefined for one without. */
export function kernelOf(layer: ModelLayer): Weight | undefined {
  if (ELEMENTWISE.test(layer.getClassName())) return undefined;
  return layer.weights.find(({ shape }) => shape.length >= 2);
}

/**
 * Fans of a kernel by PyTorch's `_calculate_fan_in_and_fan_out`, from TensorFlow's order of axes, (…field, in, out). A depthwise convolution
 * is one of as many groups as it has channels: (out, 1, …field) to PyTorch. Of a transposed one, (…field, out, in), fan_in is what an output
 * is a sum of at stride 1, where PyTorch, which does not know of the transposition, has it the other way round.
 */
export function fansOf(layer: ModelLayer): Fans | null {
  const kernel = kernelOf(layer);
  const kind = layer.getClassName();
  if (!kernel || NOT_ONE_SUM.test(kind)) return null;
  const shape = kernel.shape as number[];
  const field = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  const [before, last] = shape.slice(-2);
  if (kind.startsWith('Depthwise')) return { fanIn: field, fanOut: before * last * field };
  const [input, output] = kind.endsWith('Transpose') ? [last, before] : [before, last];
  return { fanIn: input * field, fanOut: output * field };
}
