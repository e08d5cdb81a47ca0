import type { LayersModel } from '@tensorflow/tfjs';
import { type Seed, withMathRandom } from '../../random/index.ts';
import type { Engine } from '../engine.ts';
import { ModelError, reasonOf } from './model-error.ts';
import type { ModelSource } from './model-source.ts';

/**
 * A model with the weights of one realisation: an initializer of TensorFlow.js without a seed takes one from Math.random.
 *
 * @throws ModelError where the builder throws, or makes no model.
 */
export async function buildModel(
  { tf }: Engine,
  { name, build }: ModelSource,
  seed: Seed,
  realisation: number,
): Promise<LayersModel> {
  const made = await withMathRandom(seed, `${realisation}/model`, async () => {
    try {
      return await build(tf);
    } catch (error) {
      throw error instanceof ModelError ? error : new ModelError(`${name} failed: ${reasonOf(error)}`);
    }
  });
  return checked(name, made);
}

function checked(name: string, made: unknown): LayersModel {
  if (!isModel(made)) throw new ModelError(`${name} made no model of TensorFlow.js's layers, but ${kindOf(made)}`);
  // A Sequential whose first layer knows no shape has none, whatever its type says.
  if (!(made.outputs as readonly unknown[] | undefined)?.length) {
    throw new ModelError(`${name} made a model that does not know the shape of its input: give its first layer an inputShape`);
  }
  return made;
}

/** By what it has, not by its class: a builder may come with a copy of TensorFlow.js of its own. */
function isModel(made: unknown): made is LayersModel {
  return typeof made === 'object' && made !== null && 'layers' in made && Array.isArray(made.layers) && 'predict' in made;
}

function kindOf(made: unknown): string {
  if (made === undefined) return 'nothing: does it return it?';
  if (typeof made === 'function') return 'a function';
  return made === null ? 'null' : `a value of type ${typeof made}`;
}
