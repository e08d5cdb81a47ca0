import type * as TensorFlow from '@tensorflow/tfjs';
import type { LayersModel, Variable } from '@tensorflow/tfjs';
import { ModelError } from './model-error.ts';
import { withinLimits } from './model-limits.ts';
import { classesOf, unknownClass, withPlaces } from './model-places.ts';
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
  const { topology, kind, layers, kinds } = topologyOf(json, name);
  return {
    name: `${name}: ${kind} of ${layers} ${layers === 1 ? 'layer' : 'layers'}`,
    build: (tf) => {
      for (const [known, layer] of kinds)
        if (!(known in classesOf(tf))) throw new ModelError(`${name}: layer ${layer}: ${unknownClass('layer', known)}`);
      // A copy each time: TensorFlow.js writes into what it reads.
      const config = { modelTopology: structuredClone(topology) } as never;
      return withinLimits(tf, name, () => withPlaces(tf, name, () => withoutStrays(tf, () => tf.models.modelFromJSON(config))));
    },
  };
}

/** Frees the weights of layers that the outputs do not depend on: they are not the model's, and nobody else has them. */
async function withoutStrays(tf: typeof TensorFlow, build: () => Promise<LayersModel>): Promise<LayersModel> {
  const variables = () => Object.values(tf.engine().registeredVariables);
  const before = new Set(variables());
  const model = await build();
  const own = new Set(model.weights.map((weight) => (weight as unknown as { val: Variable }).val));
  for (const variable of variables()) if (!before.has(variable) && !own.has(variable)) variable.dispose();
  return model;
}
