import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { Source } from '../../random/index.ts';
import type { Engine } from '../engine.ts';
import { signal } from '../signal.ts';
import type { Signal } from '../trace.ts';
import { applyLayer } from './apply-layer.ts';
import { convolution } from './convolution.ts';
import { gate } from './gate.ts';
import { gradientsOf } from './gradients-of.ts';
import { type Mask, runGraph, type Step } from './graph.ts';
import { ModelError, reasonOf } from './model-error.ts';
import { pooling } from './pooling.ts';
import { unitByUnit } from './unit-by-unit.ts';

/**
 * The gradients of Σ ⟨g, y⟩ over the model's outputs y, g of N(0, 1) numbers, with respect to every layer's output: to each of them a zero is
 * added, and it is the zeros that the gradients are taken of. So no kernel is asked for that only weights need, which some backends lack.
 *
 * @param inputs and the numbers in them that a gradient is wanted of.
 * @param outputs of the layers, as an earlier run has seen them, in its order; and that run's masks.
 * @throws ModelError that names the layer which has no gradient.
 */
export function modelBackward(
  engine: Engine,
  model: LayersModel,
  inputs: readonly Tensor[],
  differentiable: boolean,
  { outputs, masks }: { readonly outputs: readonly Tensor[]; readonly masks: Mask[] },
  cotangent: Source,
): { readonly inputs: readonly Tensor[]; readonly layers: readonly Signal[] } {
  const { tf } = engine;
  const zeros = outputs.map((output) => tf.zerosLike(output));
  const objective = () => {
    let at = 0;
    const probed = (result: Tensor) => (result.dtype === 'float32' ? tf.add<Tensor>(result, zeros[at++]) : result);
    const ends = runGraph(model, inputs, (step, values) => onTape(engine, step, values).map(probed), masks);
    // A gradient through what is rounded to indices would be TensorFlow.js's invention.
    const smooth = ends.filter(({ dtype }) => dtype === 'float32');
    const products = smooth.map((end) =>
      tf.sum(tf.mul(end, tf.tensor(cotangent.normals(new Float32Array(end.size)), end.shape))),
    );
    return tf.addN(products);
  };
  const starts = differentiable ? inputs : [];
  try {
    const gradients = gradientsOf(engine, objective, [...starts, ...zeros]);
    return {
      inputs: gradients.slice(0, starts.length),
      layers: gradients
        .slice(starts.length)
        .map((one) => signal(unitByUnit(one.dataSync<'float32'>(), one.shape[0]), one.shape[0])),
    };
  } catch (error) {
    if (error instanceof ModelError) throw error;
    const where = withoutGradient(engine, model, inputs, masks);
    throw new ModelError(`${where ? `the gradient of layer ${where}` : 'its gradient'} cannot be taken: ${reasonOf(error)}`);
  }
}

function onTape(engine: Engine, step: Step, inputs: readonly Tensor[]): readonly Tensor[] {
  const [x] = inputs;
  const output = convolution(engine, step.layer, x) ?? pooling(engine, step.layer, x) ?? gate(engine, step.layer, x);
  return output ? [output] : applyLayer(step, inputs);
}

/** The first layer whose own gradient cannot be taken, by name and class. */
function withoutGradient(engine: Engine, model: LayersModel, inputs: readonly Tensor[], masks: Mask[]): string | undefined {
  let found: string | undefined;
  const isFloat = ({ dtype }: Tensor) => dtype === 'float32';
  runGraph(
    model,
    inputs,
    (step, given) => {
      const sum = () => engine.tf.addN(onTape(engine, step, given).map((output) => engine.tf.sum(output)));
      try {
        if (found === undefined && given.some(isFloat)) gradientsOf(engine, sum, given.filter(isFloat));
      } catch {
        found = `${step.name} (${step.layer.getClassName()})`;
      }
      return applyLayer(step, given);
    },
    masks,
  );
  return found;
}
