import type { Tensor, Tensor4D } from '@tensorflow/tfjs';
import type { Engine } from '../engine.ts';
import type { ModelLayer } from './model-layer.ts';

/** As much of TensorFlow.js's Conv2D as it takes to run it. */
interface Conv2D {
  readonly kernel: { read(): Tensor4D };
  readonly bias: { read(): Tensor } | null;
  readonly strides: [number, number];
  readonly dilationRate: [number, number];
  readonly padding: 'valid' | 'same';
  readonly dataFormat: string;
  readonly activation: { apply(x: Tensor): Tensor };
}

/**
 * A two-dimensional convolution of separate operations, for a tape. TensorFlow.js 4.22 fuses one whose activation is not ReLU or ELU with its
 * bias, and the fused one's gradient takes that of the filter too, for which wasm has no kernel. Undefined for every other layer.
 */
export function unfusedConv2D({ tf }: Engine, layer: ModelLayer, x: Tensor): Tensor | undefined {
  if (layer.getClassName() !== 'Conv2D') return undefined;
  const { kernel, bias, strides, dilationRate, padding, dataFormat, activation } = layer as unknown as Conv2D;
  if (dataFormat !== 'channelsLast') return undefined;
  const y = tf.conv2d(x as Tensor4D, kernel.read(), strides, padding, 'NHWC', dilationRate);
  return activation.apply(bias ? tf.add(y, bias.read()) : y);
}
