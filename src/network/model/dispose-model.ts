import type { LayersModel, Tensor } from '@tensorflow/tfjs';

/** Frees a model's weights: those of a layer that is used twice too, of which TensorFlow.js 4.22 counts one use as left. */
export function disposeModel(model: LayersModel): void {
  const weights = model.weights.map((weight) => (weight as unknown as { val: Tensor }).val);
  model.dispose();
  for (const weight of weights) if (!weight.isDisposed) weight.dispose();
}
