import type * as TensorFlow from '@tensorflow/tfjs';
import { ModelError, reasonOf } from './model-error.ts';
import { withinLimits } from './model-limits.ts';
import type { ModelSource } from './model-source.ts';
import { topologyOf } from './model-topology.ts';

/**
 * A saved model as a population: the layers of a `model.json`, whose initializers draw their weights anew. The weights that were saved beside
 * it are not read.
 *
 * The JSON is not trusted: what is wrong is found before TensorFlow.js sees it, or before it allocates.
 *
 * @param json as parsed: TensorFlow.js's model.json, or a topology alone, its own or Keras's.
 * @param name of the file, for errors.
 * @throws ModelError that says what is wrong, and at which layer.
 */
export function modelFromJson(json: unknown, name: string): ModelSource {
  const { topology, kind, layers } = topologyOf(json, name);
  return {
    name: `${name}: ${kind} of ${layers} ${layers === 1 ? 'layer' : 'layers'}`,
    build: (tf) => withinLimits(tf, name, () => deserialised(tf, name, topology)),
  };
}

async function deserialised(tf: typeof TensorFlow, name: string, topology: object): Promise<TensorFlow.LayersModel> {
  try {
    // A copy each time: TensorFlow.js writes into what it reads.
    return await tf.models.modelFromJSON({ modelTopology: structuredClone(topology) } as never);
  } catch (error) {
    throw error instanceof ModelError ? error : new ModelError(`${name}: ${reasonOf(error)}`);
  }
}
