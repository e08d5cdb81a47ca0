import type { LayersModel } from '@tensorflow/tfjs';
import type { ModelLayer } from './model-layer.ts';

/** Where TensorFlow.js's wrappers keep what they wrap. */
const WRAPPED = ['layer', 'forwardLayer', 'backwardLayer'] as const;

/** Every layer within a layer, itself among them: those of a model that is used as one, and those that a wrapper wraps. */
export function everyLayer(layer: ModelLayer): ModelLayer[] {
  const fields = layer as Partial<Record<(typeof WRAPPED)[number], ModelLayer>>;
  const wrapped = WRAPPED.flatMap((name) => fields[name] ?? []);
  return [layer, ...[...(isModel(layer) ? layer.layers : []), ...wrapped].flatMap(everyLayer)];
}

export const isModel = (layer: ModelLayer): layer is LayersModel => 'layers' in layer && 'inputs' in layer;
