import type { ModelLayer } from './model-layer.ts';

/** Layers that are an activation, by their classes. */
const LAYERS: Readonly<Record<string, string>> = {
  ReLU: 'relu',
  LeakyReLU: 'leakyReLU',
  PReLU: 'prelu',
  ELU: 'elu',
  ThresholdedReLU: 'thresholdedReLU',
  Softmax: 'softmax',
};

/** The activation that a layer applies itself, as TensorFlow.js names it; null for one that applies none. */
export function activationOf(layer: ModelLayer): string | null {
  const own: unknown = layer.getConfig()['activation'];
  const name = typeof own === 'string' ? own : (LAYERS[layer.getClassName()] ?? null);
  return name === 'linear' ? null : name;
}
