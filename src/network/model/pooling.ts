import type { Tensor, Tensor4D } from '@tensorflow/tfjs';
import type { Engine } from '../engine.ts';
import type { ModelLayer } from './model-layer.ts';
import { poolGradient } from './pool-gradient.ts';

/** As much of TensorFlow.js's poolings, and of its enlargement of images, as it takes to find the way back. */
interface Pooling {
  readonly poolSize: readonly number[];
  readonly strides: readonly number[];
  readonly padding: 'valid' | 'same';
  readonly dataFormat?: string;
  readonly size: [number, number];
  readonly interpolation: string;
}

/**
 * Layers whose gradients TensorFlow.js 4.22 has wrong: of poolings (of a maximum over more than one channel on wasm; of an average at the edges of
 * what is padded, everywhere), and of an image enlarged by its nearest pixels (from the second example on, on cpu). Undefined for every other.
 */
export function pooling({ tf }: Engine, layer: ModelLayer, x: Tensor): Tensor | undefined {
  const kind = layer.getClassName();
  const { poolSize, strides, padding, dataFormat, size, interpolation } = layer as unknown as Pooling;
  const isFirst = dataFormat === 'channelsFirst';
  const axes = x.shape.map((_, axis) => axis);
  const toLast = (tensor: Tensor) => (isFirst ? tf.transpose(tensor, [0, ...axes.slice(2), 1]) : tensor);
  const toFirst = (tensor: Tensor) => (isFirst ? tf.transpose(tensor, [0, axes.length - 1, ...axes.slice(1, -1)]) : tensor);
  const by = (way: (x: Tensor, y: Tensor, dy: Tensor) => Tensor) =>
    tf.customGrad((input, save) => {
      const value = layer.apply(input as Tensor, { training: false }) as Tensor;
      (save as (tensors: Tensor[]) => void)([input as Tensor, value]);
      const gradFunc = (dy: Tensor, saved: Tensor[]) => {
        const [from, y] = saved.map(toLast);
        return toFirst(way(from, y, toLast(dy)));
      };
      return { value, gradFunc };
    })(x);
  if (kind === 'UpSampling2D' && interpolation === 'nearest') {
    const [rows, columns] = size;
    return by((_, __, dy) => tf.mul(tf.avgPool(dy as Tensor4D, [rows, columns], [rows, columns], 'valid'), rows * columns));
  }
  const [, most] = /^(Max|Average)Pooling\dD$/.exec(kind) ?? [];
  if (most === undefined) return undefined;
  return by((from, y, dy) => {
    const three = (shape: readonly number[]) => [shape[0], ...Array<number>(5 - shape.length).fill(1), ...shape.slice(1)];
    const ones = Array<number>(3 - poolSize.length).fill(1);
    const windows = {
      input: three(from.shape),
      output: three(y.shape),
      sizes: [...ones, ...poolSize],
      strides: [...ones, ...strides],
      padding,
    };
    const values = most === 'Max' ? y.dataSync<'float32'>() : null;
    return tf.tensor(poolGradient(windows, from.dataSync<'float32'>(), dy.dataSync<'float32'>(), values), from.shape);
  });
}
