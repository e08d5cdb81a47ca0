import type * as TensorFlow from '@tensorflow/tfjs';
import { isModel } from './every-layer.ts';
import { ModelError } from './model-error.ts';
import type { ModelLayer } from './model-layer.ts';
import { placed } from './model-places.ts';
import { stepsOf, workOf } from './model-work.ts';

/** Weights of a model that came as a file, in numbers: 1 GB. */
const WEIGHTS = 2 ** 28;

/** Numbers of an orthogonal kernel, and products that all of them take: TensorFlow.js's QR takes 23 s for 2³⁰ of these. */
const ORTHOGONAL = 2 ** 20;
const QR = 2 ** 31;

/** Numbers that one layer may give for one example. */
const OUTPUT = 2 ** 26;

/** Products that all layers may add up for one example: nine VGG-16 at 224 × 224. */
const WORK = 2 ** 37;

/** Steps in time of all recurrent layers, one after another. */
const STEPS = 2 ** 14;

type Shape = readonly (number | null)[];
type Symbolic = { readonly shape: Shape };

/** What of TensorFlow.js's layers all weights and all uses go through. */
interface Patched {
  addWeight: (
    this: ModelLayer,
    weight: string,
    shape: Shape,
    dtype: unknown,
    initializer: unknown,
    ...rest: unknown[]
  ) => unknown;
  apply: (this: ModelLayer, inputs: Symbolic | Symbolic[], ...rest: unknown[]) => Symbolic | Symbolic[];
}

/** Builds a model, and refuses one that is too large before its weights are allocated, and before it is run. */
export async function withinLimits(
  tf: typeof TensorFlow,
  name: string,
  build: () => Promise<TensorFlow.LayersModel>,
): Promise<TensorFlow.LayersModel> {
  const prototype = tf.layers.Layer.prototype as unknown as Patched;
  const { addWeight, apply } = prototype;
  const refused = (layer: ModelLayer, what: string) => new ModelError(`${name}: layer ${layer.name} ${what}`);
  let [weights, qr, work, steps] = [0, 0, 0, 0];
  prototype.addWeight = function (weight, shape, dtype, initializer, ...rest) {
    const size = sizeOf(shape);
    if (shape.includes(null) || !(size >= 1)) throw refused(this, `has a ${weight} of shape ${shape.join(' × ')}`);
    weights += size;
    if (weights > WEIGHTS) throw new ModelError(`${name}: has more than ${WEIGHTS} weights, at layer ${this.name}`);
    if ((initializer as { getClassName?(): string } | null)?.getClassName?.() === 'Orthogonal') {
      const columns = sizeOf(shape.slice(-1));
      qr += size * Math.min(columns, size / columns);
      if (size > ORTHOGONAL || qr > QR)
        throw new ModelError(`${name}: the orthogonal ${weight} of layer ${this.name} has more than ${ORTHOGONAL} numbers`);
    }
    return addWeight.call(this, weight, shape, dtype, initializer, ...rest);
  };
  prototype.apply = function (inputs, ...rest) {
    const given = shapesOf(inputs);
    for (const shape of given) checkShape(this, 'is given', shape);
    const outputs = ((): Symbolic | Symbolic[] => {
      try {
        return apply.call(this, inputs, ...rest);
      } catch (error) {
        throw placed(error, name, `layer ${this.name} (${this.getClassName()}): `);
      }
    })();
    const shapes = shapesOf(outputs);
    for (const shape of shapes) checkShape(this, 'gives', shape);
    // What a model within the model does, its own layers have said.
    if (!isModel(this)) {
      work += workOf(this, given, shapes);
      steps += stepsOf(this, given[0]);
    }
    if (!(work <= WORK)) throw refused(this, `makes it more than ${WORK} products an example`);
    if (!(steps <= STEPS)) throw refused(this, `makes it more than ${STEPS} steps in time`);
    return outputs;
  };
  const checkShape = (layer: ModelLayer, verb: string, shape: Shape) => {
    const size = sizeOf(shape);
    if (!(size >= 1)) throw refused(layer, `${verb} the shape ${shape.map((one) => one ?? 'any').join(' × ')}`);
    if (size > OUTPUT) throw refused(layer, `${verb} ${size} numbers for one example, more than ${OUTPUT}`);
  };
  try {
    const model = await build();
    for (const { shape } of model.inputs) checkShape(model, 'is given', shape);
    return model;
  } finally {
    Object.assign(prototype, { addWeight, apply });
  }
}

const shapesOf = (tensors: Symbolic | Symbolic[]): Shape[] => [tensors].flat().map(({ shape }) => shape);

/** Numbers in a shape, the batch and what is not known counted as 1; NaN for a shape that is none. */
const sizeOf = (shape: Shape): number =>
  shape.reduce<number>((product, one) => product * (one === null ? 1 : Number.isInteger(one) && one > 0 ? one : Number.NaN), 1);
