import type { LayersModel } from '@tensorflow/tfjs';
import { type Seed, withMathRandom } from '../../random/index.ts';
import type { Engine } from '../engine.ts';
import { ModelError, reasonOf } from './model-error.ts';
import type { ModelSource } from './model-source.ts';

/**
 * A model with the weights of one realisation: an initializer of TensorFlow.js without a seed takes one from Math.random.
 *
 * @throws ModelError where the builder throws, or makes no model; nothing is left of its weights then.
 */
export async function buildModel(
  { tf }: Engine,
  { name, build }: ModelSource,
  seed: Seed,
  realisation: number,
): Promise<LayersModel> {
  return withMathRandom(seed, `${realisation}/model`, async () => {
    const before = new Set(Object.values(tf.engine().registeredVariables));
    try {
      return checked(tf, name, await build(tf));
    } catch (error) {
      // What it made before it failed has no model to be freed with.
      for (const variable of Object.values(tf.engine().registeredVariables)) if (!before.has(variable)) variable.dispose();
      throw error instanceof ModelError ? error : new ModelError(`${name} failed: ${reasonOf(error)}`);
    }
  });
}

function checked(tf: Engine['tf'], name: string, made: unknown): LayersModel {
  if (!isModel(made)) throw new ModelError(`${name} made no model of TensorFlow.js's layers, but ${kindOf(made)}`);
  if (!(made instanceof tf.LayersModel)) {
    throw new ModelError(`${name} made a model of another copy of TensorFlow.js: make it with the one that it is given`);
  }
  // A Sequential whose first layer knows no shape has none, whatever its type says.
  if (!(made.outputs as readonly unknown[] | undefined)?.length) {
    throw new ModelError(`${name} made a model that does not know the shape of its input: give its first layer an inputShape`);
  }
  return made;
}

/** By what it has, not by its class: what another copy of TensorFlow.js has made is a model, too. */
function isModel(made: unknown): made is LayersModel {
  return typeof made === 'object' && made !== null && 'layers' in made && Array.isArray(made.layers) && 'predict' in made;
}

function kindOf(made: unknown): string {
  if (made === undefined) return 'nothing: does it return it?';
  if (typeof made === 'function') return 'a function';
  return made === null ? 'null' : `a value of type ${typeof made}`;
}
