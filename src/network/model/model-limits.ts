import type * as TensorFlow from '@tensorflow/tfjs';
import { isModel } from './every-layer.ts';
import { ModelError } from './model-error.ts';
import type { ModelLayer } from './model-layer.ts';
import { placed } from './model-places.ts';
import { type Shape, sizeOf, stepsOf, workOf } from './model-work.ts';

/** Weights of a model that came as a file, in numbers: 1 GB. */
const WEIGHTS = 2 ** 28;

/** Numbers of an orthogonal kernel, and products that all of them take: TensorFlow.js's QR takes 23 s for 2³⁰ of these. */
const ORTHOGONAL = 2 ** 20;
const QR = 2 ** 30;

/** Numbers that one layer may give for one example. */
const OUTPUT = 2 ** 26;

/** Products that all layers may add up for one example: nine of VGG-16 at 224 × 224. */
const WORK = 2 ** 37;

/** Steps in time of all recurrent layers, one after another. */
const STEPS = 2 ** 14;

type Symbolic = { readonly shape: Shape };

/** What of TensorFlow.js's layers all weights and all uses go through. */
interface Gates {
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
  const gates = tf.layers.Layer.prototype as unknown as Gates;
  const { addWeight, apply } = gates;
  const limits = new Limits(name);
  gates.addWeight = function (weight, shape, dtype, initializer, ...rest) {
    limits.weight(this, weight, shape, initializer);
    let made: unknown;
    // TensorFlow.js 4.22 forgets what the bias of an LSTM, with a forget gate of ones as Keras has it, is put together from.
    tf.tidy(() => {
      made = addWeight.call(this, weight, shape, dtype, initializer, ...rest);
    });
    return made;
  };
  gates.apply = function (inputs, ...rest) {
    const given = shapesOf(inputs);
    for (const shape of given) limits.shape(this, 'is given', shape);
    try {
      const outputs = apply.call(this, inputs, ...rest);
      limits.use(this, given, shapesOf(outputs));
      return outputs;
    } catch (error) {
      throw placed(error, name, `layer ${this.name} (${this.getClassName()}): `);
    }
  };
  try {
    const model = await build();
    for (const { shape } of model.inputs) limits.shape(model, 'is given', shape);
    return model;
  } finally {
    Object.assign(gates, { addWeight, apply });
  }
}

/** What a model has come to so far. */
class Limits {
  readonly #name: string;
  #weights = 0;
  #qr = 0;
  #work = 0;
  #steps = 0;

  constructor(name: string) {
    this.#name = name;
  }

  weight(layer: ModelLayer, weight: string, shape: Shape, initializer: unknown): void {
    const size = shape.includes(null) ? Number.NaN : sizeOf(shape);
    if (!(size >= 1)) throw this.#refused(`the ${weight} of layer ${layer.name} has the shape ${inWords(shape)}`);
    this.#weights += size;
    if (this.#weights > WEIGHTS) throw this.#refused(`has more than ${WEIGHTS} weights, at layer ${layer.name}`);
    if ((initializer as { getClassName?(): string } | null)?.getClassName?.() !== 'Orthogonal') return;
    if (size > ORTHOGONAL)
      throw this.#refused(`the orthogonal ${weight} of layer ${layer.name} has more than ${ORTHOGONAL} numbers`);
    this.#qr += size * Math.min(...(shape as readonly number[]));
    if (this.#qr > QR) throw this.#refused(`its orthogonal kernels take TensorFlow.js minutes, at layer ${layer.name}`);
  }

  shape(layer: ModelLayer, verb: string, shape: Shape): void {
    const size = sizeOf(shape);
    if (!(size >= 1)) throw this.#refused(`layer ${layer.name} ${verb} the shape ${inWords(shape)}`);
    if (size > OUTPUT) throw this.#refused(`layer ${layer.name} ${verb} ${size} numbers for one example, more than ${OUTPUT}`);
  }

  use(layer: ModelLayer, given: readonly Shape[], shapes: readonly Shape[]): void {
    for (const shape of shapes) this.shape(layer, 'gives', shape);
    // What a model within the model does, its own layers have said.
    if (isModel(layer)) return;
    this.#work += workOf(layer, given, shapes);
    if (!(this.#work <= WORK)) throw this.#refused(`takes more than ${WORK} products for one example, at layer ${layer.name}`);
    this.#steps += stepsOf(layer, given[0]);
    if (!(this.#steps <= STEPS)) throw this.#refused(`takes more than ${STEPS} steps in time, at layer ${layer.name}`);
  }

  #refused(what: string): ModelError {
    return new ModelError(`${this.#name}: ${what}`);
  }
}

const shapesOf = (tensors: Symbolic | Symbolic[]): Shape[] => [tensors].flat().map(({ shape }) => shape);

const inWords = (shape: Shape): string => shape.map((size) => size ?? 'any').join(' × ');
