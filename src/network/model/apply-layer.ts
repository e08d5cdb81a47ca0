import type { Tensor } from '@tensorflow/tfjs';
import type { Step } from './graph.ts';
import { ModelError, reasonOf } from './model-error.ts';

/** What a layer makes of its inputs, in inference mode. */
export function applyLayer({ layer, name, mask }: Step, inputs: readonly Tensor[]): Tensor[] {
  try {
    const given = inputs.length === 1 ? inputs[0] : [...inputs];
    return [layer.apply(given, { training: false, ...(mask && { mask }) }) as Tensor | Tensor[]].flat();
  } catch (error) {
    throw new ModelError(`layer ${name} (${layer.getClassName()}) cannot be run: ${reasonOf(error)}`);
  }
}
