import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from '../engine.ts';
import type { ModelLayer } from './model-layer.ts';

/** Whether a number of a row, the last axis, goes through. */
type Passes = (layer: Gate, row: Float32Array, x: number) => boolean;

interface Gate {
  readonly theta: number;
  readonly maskValue: number;
}

const PASSES: Readonly<Record<string, Passes>> = {
  ThresholdedReLU: ({ theta }, _, x) => x > theta,
  Masking: ({ maskValue }, row) => row.some((each) => each !== maskValue),
};

/**
 * Layers that let numbers through or put 0, by gates that are constants to a tape: TensorFlow.js 4.22 compares on the tape, and a comparison
 * has no gradient. Undefined for every other layer.
 */
export function gate({ tf }: Engine, layer: ModelLayer, x: Tensor): Tensor | undefined {
  const passes = PASSES[layer.getClassName()];
  if (!passes) return undefined;
  const values = x.dataSync<'float32'>();
  const size = x.shape[x.shape.length - 1];
  const gates = values.map((value, at) => {
    const start = at - (at % size);
    return passes(layer as unknown as Gate, values.subarray(start, start + size), value) ? 1 : 0;
  });
  return tf.mul(x, tf.tensor(gates, x.shape));
}
