import type { Architecture } from '../architecture/index.ts';
import type { Draws } from './draws.ts';
import type { Engine } from './engine.ts';
import { forward } from './forward.ts';

/** One network from inside. */
export interface Inside {
  /** The weights of a layer, (fanOut, fanIn), rows first. */
  readonly weights: Float32Array;
  /** The activations of layers, unit by unit; fewer of them where the network stopped before. */
  readonly activations: ReadonlyMap<number, Float32Array>;
}

/** Runs one realisation and keeps what a histogram is made of: the weights of layer `weighed`, the activations of `layers`. */
export async function inside(
  engine: Engine,
  architecture: Architecture,
  draws: Draws,
  weighed: number,
  layers: readonly number[],
): Promise<Inside> {
  await engine.tf.setBackend(engine.name);
  const activations = new Map<number, Float32Array>();
  const { recorders } = forward(engine, architecture, [draws], new Set(), false, (layer, values) => {
    if (layers.includes(layer)) activations.set(layer, values.slice());
  });
  const { firstNonFinite } = recorders[0].trace();
  if (firstNonFinite !== null) activations.delete(firstNonFinite);
  const { fanIn, fanOut } = architecture.layers[weighed];
  const weights = new Float32Array(fanOut * fanIn);
  draws.weight(weighed, weights);
  return { weights, activations };
}
