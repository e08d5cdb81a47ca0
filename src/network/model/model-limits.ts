import type * as TensorFlow from '@tensorflow/tfjs';
import { ModelError } from './model-error.ts';

/** Weights of a model that came as a file, in numbers: 1 GB. */
const WEIGHTS = 2 ** 28;

/** An orthogonal kernel takes TensorFlow.js minutes beyond this many numbers. */
const ORTHOGONAL = 2 ** 20;

/** Numbers that one layer may give for one example. */
const OUTPUT = 2 ** 26;

type AddWeight = (
  name: string,
  shape: readonly (number | null)[],
  dtype: unknown,
  initializer: unknown,
  ...rest: unknown[]
) => unknown;

/** Builds a model, and refuses one that is too large before its weights are allocated. */
export async function withinLimits(
  tf: typeof TensorFlow,
  name: string,
  build: () => Promise<TensorFlow.LayersModel>,
): Promise<TensorFlow.LayersModel> {
  const prototype = tf.layers.Layer.prototype as unknown as { addWeight: AddWeight };
  const { addWeight } = prototype;
  let weights = 0;
  prototype.addWeight = function counted(this: { name: string }, weight, shape, dtype, initializer, ...rest) {
    const size = shape.reduce<number>((product, one) => product * (one ?? Number.NaN), 1);
    if (!(size >= 1)) throw new ModelError(`${name}: the ${weight} of layer ${this.name} has the shape ${shape.join(' × ')}`);
    weights += size;
    if (weights > WEIGHTS) throw new ModelError(`${name}: has more than ${WEIGHTS} weights, at layer ${this.name}`);
    if (size > ORTHOGONAL && (initializer as { getClassName?(): string } | null)?.getClassName?.() === 'Orthogonal') {
      throw new ModelError(`${name}: the orthogonal ${weight} of layer ${this.name} has more than ${ORTHOGONAL} numbers`);
    }
    return addWeight.call(this, weight, shape, dtype, initializer, ...rest);
  };
  try {
    const model = await build();
    for (const layer of model.layers) {
      const shapes = [layer.outputShape].flat(2).filter((size) => typeof size === 'number');
      const size = shapes.reduce((product, one) => product * one, 1);
      if (size > OUTPUT)
        throw new ModelError(`${name}: layer ${layer.name} gives ${size} numbers for one example, more than ${OUTPUT}`);
    }
    return model;
  } finally {
    prototype.addWeight = addWeight;
  }
}
