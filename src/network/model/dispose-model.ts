import type { LayersModel, Optimizer, Tensor } from '@tensorflow/tfjs';
import { forgetStates } from './recurrent.ts';

/**
 * Frees a model's weights, those of a layer that is used twice too, of which TensorFlow.js 4.22 counts one use as left; what its recurrent
 * layers remember, and an optimizer that the builder has given it.
 */
export function disposeModel(model: LayersModel): void {
  const weights = model.weights.map((weight) => (weight as unknown as { val: Tensor }).val);
  const { optimizer } = model as { optimizer?: Optimizer };
  forgetStates(model);
  model.dispose();
  optimizer?.dispose();
  for (const weight of weights) if (!weight.isDisposed) weight.dispose();
}
