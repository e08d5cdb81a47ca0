import { ParameterError } from '../../parameter.ts';
import type { ModelBuilder, ModelSource } from './model-source.ts';

/**
 * A model as a population, by the function that makes it.
 *
 * @param build makes a model with fresh weights whenever it is called: an initializer in it that has a seed of its own is refused.
 * @param name what reports call it.
 *
 * @example
 * modelFromBuilder((tf) => tf.sequential({ layers: [tf.layers.dense({ units: 64, inputShape: [64], activation: 'relu', kernelInitializer: 'heUniform' })] }))
 *
 * @throws ParameterError for what is no function.
 */
export function modelFromBuilder(build: ModelBuilder, name: string = build.name || 'a builder'): ModelSource {
  if (typeof build !== 'function')
    throw new ParameterError('build', 'a function (tf) => model, which makes fresh weights', build);
  return { name, build };
}
