import type { Tensor3D } from '@tensorflow/tfjs';
import type { Architecture } from '../architecture/index.ts';
import type { Draws } from './draws.ts';
import type { Engine } from './engine.ts';
import type { Passed } from './forward.ts';
import { part } from './layer.ts';
import { signal } from './signal.ts';
import type { Signal } from './trace.ts';

/**
 * The gradient of Σ ⟨g, h_L⟩ with respect to the input of every layer, the last layer's first, by TensorFlow.js's own automatic
 * differentiation of φ, one layer at a time: a tape of the whole network would hold every intermediate of it.
 *
 * @param g of the output's shape, (networks, n, B); freed here, as is each gradient when the next one is asked for.
 */
export function* backward({ tf }: Engine, passed: readonly Passed[], g: Tensor3D): Generator<Tensor3D, void, void> {
  let gradient = g;
  try {
    for (const { layer, x } of passed.toReversed()) {
      // Of a clone: of the identity, which `linear` is, TensorFlow.js finds no gradient.
      const through = tf.grad((z) => layer.activation(tf.clone(z as Tensor3D)));
      const next = tf.tidy(() => layer.transposed(through(layer.preActivation(x), gradient) as Tensor3D));
      gradient.dispose();
      gradient = next;
      yield gradient;
    }
  } finally {
    gradient.dispose();
  }
}

/** The gradients of each realisation: of the input first, then of every layer. */
export function gradients(
  engine: Engine,
  { batch, layers }: Architecture,
  realisations: readonly Draws[],
  passed: readonly Passed[],
): Signal[][] {
  const networks = realisations.length;
  const { fanOut } = layers[layers.length - 1];
  const g = new Float32Array(networks * fanOut * batch);
  realisations.forEach((draws, i) => draws.cotangent(part(g, i, fanOut * batch)));
  const signals = (values: Float32Array) => realisations.map((_, i) => signal(part(values, i, values.length / networks), batch));
  const layerwise = [signals(g)];
  for (const gradient of backward(engine, passed, engine.tf.tensor3d(g, [networks, fanOut, batch]))) {
    layerwise.push(signals(gradient.dataSync<'float32'>()));
  }
  return realisations.map((_, i) => layerwise.map((signal) => signal[i]).toReversed());
}
