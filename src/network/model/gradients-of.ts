import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from '../engine.ts';

/**
 * The gradients of a number with respect to tensors: zeros for one that it does not depend on, for which `tf.grads` would throw. After an
 * error nothing of the tape is left: TensorFlow.js 4.22 would keep it.
 */
export function gradientsOf({ tf }: Engine, f: () => Tensor, xs: readonly Tensor[]): Tensor[] {
  const engine = tf.engine();
  try {
    const { grads } = engine.gradients(f, [...xs], undefined, true);
    return xs.map((x, i) => (grads[i] as Tensor | undefined) ?? tf.zerosLike(x));
  } catch (error) {
    for (const { saved } of engine.state.activeTape) saved?.forEach((tensor) => tensor.dispose());
    engine.state.activeTape = [];
    throw error;
  }
}
