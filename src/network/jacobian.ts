import type { Tensor3D } from '@tensorflow/tfjs';
import type { Architecture } from '../architecture/index.ts';
import { singularValues } from '../numeric/index.ts';
import { backward } from './backward.ts';
import type { Engine } from './engine.ts';
import type { Passed } from './forward.ts';
import { part } from './layer.ts';

/**
 * The singular values of ∂h_L/∂x at row 0 of each realisation's input, the largest first.
 *
 * One way back with a unit vector for every output: n_out times the work of a gradient, and meant for modest widths.
 */
export function jacobians(engine: Engine, { layers }: Architecture, networks: number, passed: readonly Passed[]): Float64Array[] {
  const { tf } = engine;
  const { fanIn } = layers[0];
  const { fanOut } = layers[layers.length - 1];
  const atRow0 = passed.map(({ layer, x }) => ({
    layer,
    x: tf.tidy(() => tf.tile(tf.slice(x, [0, 0, 0], [networks, x.shape[1], 1]), [1, 1, fanOut])),
  }));
  try {
    const unitVectors = tf.tidy(() => tf.tile(tf.expandDims<Tensor3D>(tf.eye(fanOut), 0), [networks, 1, 1]));
    let transposed = new Float32Array() as Float32Array;
    for (const gradient of backward(engine, atRow0, unitVectors)) transposed = gradient.dataSync<'float32'>();
    return Array.from({ length: networks }, (_, i) => singularValues(part(transposed, i, fanIn * fanOut), fanIn));
  } finally {
    for (const { x } of atRow0) x.dispose();
  }
}
