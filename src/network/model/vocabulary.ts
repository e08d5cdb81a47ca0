import type { LayersModel } from '@tensorflow/tfjs';
import { isModel } from './every-layer.ts';
import type { ModelLayer } from './model-layer.ts';

/** Layers after which indices are indices still. */
const ARRANGES =
  /^(Reshape|Flatten|Permute|RepeatVector|Concatenate|Dropout|SpatialDropout1D)$|^(ZeroPadding|Cropping|UpSampling)/;

/** How many words are known to what looks up indices; undefined for a layer that does not. */
function wordsOf(layer: ModelLayer): number | undefined {
  const { inputDim, numTokens } = layer.getConfig();
  if (layer.getClassName() === 'Embedding') return Number(inputDim);
  return layer.getClassName() === 'CategoryEncoding' ? Number(numTokens) : undefined;
}

/** How many words every layer knows that looks up the numbers of a model's input; null where none does. */
export function vocabularyOf(model: LayersModel, input: number): number | null {
  const words: number[] = [];
  follow(model.layers, new Set([model.inputs[input].id]), words);
  return words.length === 0 ? null : Math.min(...words);
}

/** From the tensors `reached` on, in order, until they are looked up. */
function follow(layers: readonly ModelLayer[], reached: Set<number>, words: number[]): void {
  for (const layer of layers) {
    // The first model within a Sequential has its tensors in common with it.
    if (isModel(layer)) follow(layer.layers, reached, words);
    for (const { inputTensors, outputTensors } of layer.inboundNodes) {
      const taken = inputTensors.flatMap(({ id }, i) => (reached.has(id) ? [i] : []));
      if (taken.length === 0) continue;
      const known = wordsOf(layer);
      if (known !== undefined) words.push(known);
      else if (isModel(layer)) {
        const within = new Set(taken.map((i) => layer.inputs[i].id));
        follow(layer.layers, within, words);
        layer.outputs.forEach(({ id }, i) => within.has(id) && reached.add(outputTensors[i].id));
      } else if (ARRANGES.test(layer.getClassName())) outputTensors.forEach(({ id }) => reached.add(id));
    }
  }
}
