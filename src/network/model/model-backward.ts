import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { Source } from '../../random/index.ts';
import type { Engine } from '../engine.ts';
import { signal } from '../signal.ts';
import type { Signal } from '../trace.ts';
import { applyLayer } from './apply-layer.ts';
import { unfusedConv2D } from './conv-2d.ts';
import { runGraph, type Step } from './graph.ts';
import { ModelError, reasonOf } from './model-error.ts';
import { unitByUnit } from './unit-by-unit.ts';

/**
 * The gradients of Σ ⟨g, y⟩ over the model's outputs y, g of N(0, 1) numbers, with respect to every layer's output: to each of them a zero is
 * added, and it is the zeros that the gradients are taken of. So no kernel is asked for that only weights need, which some backends lack.
 *
 * @param inputs and the numbers in them that a gradient is wanted of.
 * @param outputs of the layers, as an earlier run has seen them, in its order.
 */
export function modelBackward(
  engine: Engine,
  model: LayersModel,
  inputs: readonly Tensor[],
  differentiable: boolean,
  outputs: readonly Tensor[],
  cotangent: Source,
): { readonly inputs: readonly Tensor[]; readonly layers: readonly Signal[] } {
  const { tf } = engine;
  const zeros = outputs.map((output) => tf.zerosLike(output));
  const objective = (...given: Tensor[]) => {
    const probes = given.slice(-zeros.length);
    const starts = differentiable ? given.slice(0, inputs.length) : inputs;
    let at = 0;
    const ends = runGraph(model, starts, (step, values) =>
      onTape(engine, step, values).map((result) => (result.dtype === 'float32' ? tf.add(result, probes[at++]) : result)),
    );
    const products = ends.map((end) => tf.sum(tf.mul(end, tf.tensor(cotangent.normals(new Float32Array(end.size)), end.shape))));
    return tf.addN<Tensor>(products);
  };
  try {
    const gradients = tf.grads(objective)([...(differentiable ? inputs : []), ...zeros]);
    return {
      inputs: gradients.slice(0, gradients.length - zeros.length),
      layers: gradients
        .slice(-zeros.length)
        .map((one) => signal(unitByUnit(one.dataSync<'float32'>(), one.shape[0]), one.shape[0])),
    };
  } catch (error) {
    throw error instanceof ModelError ? error : new ModelError(`its gradients cannot be taken: ${reasonOf(error)}`);
  }
}

function onTape(engine: Engine, step: Step, inputs: readonly Tensor[]): readonly Tensor[] {
  const unfused = unfusedConv2D(engine, step.layer, inputs[0]);
  return unfused ? [unfused] : applyLayer(step, inputs);
}
