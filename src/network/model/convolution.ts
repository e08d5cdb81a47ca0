import type { Tensor, Tensor4D } from '@tensorflow/tfjs';
import type { Engine } from '../engine.ts';
import type { ModelLayer } from './model-layer.ts';
import { plainKernel } from './plain-kernel.ts';

interface Weight {
  read(): Tensor;
}

/** As much of TensorFlow.js's convolutions as it takes to run them. */
interface Convolution {
  readonly kernel: Weight;
  readonly depthwiseKernel: Weight;
  readonly pointwiseKernel: Weight;
  readonly bias: Weight | null;
  readonly strides: readonly number[];
  readonly dilationRate: readonly number[];
  readonly padding: 'valid' | 'same';
  readonly dataFormat: string;
  readonly activation: { apply(x: Tensor): Tensor } | null;
}

type Convolve = (engine: Engine, layer: Convolution, x: Tensor) => Tensor;

const CONVOLVE: Readonly<Record<string, Convolve>> = {
  Conv1D({ tf }, { kernel, strides: [stride], dilationRate: [rate], padding }, x) {
    const filter = plainKernel(tf, tf.expandDims(kernel.read(), 0), [1, rate], false);
    return tf.squeeze(tf.conv2d(tf.expandDims<Tensor4D>(x, 1), filter, [1, stride], padding), [1]);
  },
  Conv2D: ({ tf }, { kernel, strides, dilationRate, padding }, x) =>
    tf.conv2d(x as Tensor4D, plainKernel(tf, kernel.read(), dilationRate, false), pair(strides), padding),
  // TensorFlow.js 4.22 does not look at this one's dilation.
  DepthwiseConv2D: (engine, { depthwiseKernel, strides, padding }, x) =>
    depthwise(engine, x, depthwiseKernel.read(), strides, [1, 1], padding),
  SeparableConv2D: (engine, { depthwiseKernel, pointwiseKernel, strides, dilationRate, padding }, x) => {
    const between = depthwise(engine, x, depthwiseKernel.read(), strides, dilationRate, padding);
    return engine.tf.conv2d(between as Tensor4D, pointwiseKernel.read() as Tensor4D, 1, 'valid');
  },
};

const pair = ([rows, columns]: readonly number[]): [number, number] => [rows, columns];

function depthwise(
  { tf, name }: Engine,
  x: Tensor,
  kernel: Tensor,
  strides: readonly number[],
  rates: readonly number[],
  padding: 'valid' | 'same',
): Tensor {
  const hasWayBack = tf.getKernel('DepthwiseConv2dNativeBackpropInput', name) !== undefined;
  return hasWayBack && rates.every((rate) => rate === 1)
    ? tf.depthwiseConv2d(x as Tensor4D, kernel as Tensor4D, pair(strides), padding)
    : tf.conv2d(x as Tensor4D, plainKernel(tf, kernel, rates, true), pair(strides), padding);
}

/**
 * A convolution of operations that have a gradient with respect to what goes in, on every backend. TensorFlow.js 4.22 fuses one with its bias
 * and takes the filter's gradient too then, for which wasm has no kernel; has none for depthwise ones on wasm, and none for dilated ones.
 * Undefined for a layer that is no convolution of these.
 */
export function convolution(engine: Engine, layer: ModelLayer, x: Tensor): Tensor | undefined {
  const { tf } = engine;
  const convolve = CONVOLVE[layer.getClassName()];
  const own = layer as unknown as Convolution;
  if (!convolve) return undefined;
  const turned = own.dataFormat === 'channelsFirst';
  // Only images are known to TensorFlow.js in this order, and of a separable one it adds the bias to the wrong axis.
  if (turned && !/^(Depthwise)?Conv2D$/.test(layer.getClassName())) return undefined;
  const y = convolve(engine, own, turned ? tf.transpose(x, [0, 2, 3, 1]) : x);
  const biased = own.bias ? tf.add(y, own.bias.read()) : y;
  const output = turned ? tf.transpose(biased, [0, 3, 1, 2]) : biased;
  return own.activation ? own.activation.apply(output) : output;
}
