import type { LayersModel } from '@tensorflow/tfjs';
import type { Engine } from '../engine.ts';
import { everyLayer } from './every-layer.ts';
import { LayerNames } from './layer-names.ts';
import { ModelError } from './model-error.ts';

/**
 * Refuses what would be computed without an error, and wrong: wasm's Conv3DBackpropInputV2 of TensorFlow.js 4.22 adds to memory that it has
 * not cleared. It is the way back through a Conv3D, and the way forth through a transposed one.
 */
export function refuseUnsound({ name }: Engine, model: LayersModel, withGradient: boolean): void {
  if (name !== 'wasm') return;
  const names = new LayerNames();
  for (const layer of everyLayer(model)) {
    const kind = layer.getClassName();
    if (kind !== 'Conv3DTranspose' && !(kind === 'Conv3D' && withGradient)) continue;
    const what = kind === 'Conv3D' ? 'its gradient' : 'its output';
    throw new ModelError(
      `layer ${names.of(layer)} (${kind}): ${what} is wrong on wasm in TensorFlow.js 4.22; choose another backend`,
    );
  }
}
