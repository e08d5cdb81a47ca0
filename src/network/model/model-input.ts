import type { LayersModel } from '@tensorflow/tfjs';
import { ParameterError, positiveInteger } from '../../parameter.ts';
import { type Seed, Stream } from '../../random/index.ts';
import type { Batch, ModelInput } from './model-source.ts';
import { vocabularyOf } from './vocabulary.ts';

/** One input's numbers, and whether they are indices, of which no size can be told. */
export interface Feed extends Batch {
  readonly data: Float32Array;
  readonly indices: boolean;
}

/**
 * What goes into a model's inputs, in order.
 *
 * @throws ParameterError for a batch of another shape than the model's, indices that no embedding knows, and an input of which it is not known
 *   what could go in.
 */
export function feedsOf(model: LayersModel, input: ModelInput, seed: Seed, realisation: number): Feed[] {
  return 'values' in input ? given(model, input.values) : drawn(model, positiveInteger('batch', input.batch), seed, realisation);
}

function drawn(model: LayersModel, batch: number, seed: Seed, realisation: number): Feed[] {
  return model.inputs.map(({ shape: [size, ...rest], dtype }, i) => {
    if (size !== null && size !== batch) throw new ParameterError('batch', `${size}, as input ${i} of the model has it`, batch);
    const words = vocabularyOf(model, i);
    if (rest.includes(null)) {
      throw new ParameterError(`input ${i} of the model`, 'of a known shape (give a batch of your own)', wordsFor(rest));
    }
    if (words === null && dtype !== 'float32') {
      throw new ParameterError(`input ${i} of the model`, 'of float32 or feed an embedding (give a batch of your own)', dtype);
    }
    const shape = [batch, ...(rest as number[])];
    const data = new Float32Array(sizeOf(shape));
    const stream = new Stream(seed, `${realisation}/model-input-${i}`);
    if (words === null) stream.normals(data);
    else for (let at = 0; at < data.length; at++) data[at] = Math.floor(stream.uniform() * words);
    return { data, shape, indices: words !== null };
  });
}

function given(model: LayersModel, batches: readonly Batch[]): Feed[] {
  if (batches.length !== model.inputs.length) {
    throw new ParameterError('batches', `${model.inputs.length}, one an input of the model`, batches.length);
  }
  return batches.map(({ data, shape }, i) => {
    const wanted = model.inputs[i].shape;
    const fits = shape.length === wanted.length && wanted.every((size, axis) => size === null || size === shape[axis]);
    if (!fits) {
      throw new ParameterError(`batch ${i}`, `of the shape of the model's input, ${wordsFor(wanted)}`, [...shape]);
    }
    shape.forEach((size, axis) => positiveInteger(`axis ${axis} of batch ${i}`, size));
    if (data.length !== sizeOf(shape))
      throw new ParameterError(`batch ${i}`, `${sizeOf(shape)} numbers, by its shape`, data.length);
    if (shape[0] !== batches[0].shape[0]) {
      throw new ParameterError(`batch ${i}`, `of ${batches[0].shape[0]} examples, as batch 0 is`, shape[0]);
    }
    const words = vocabularyOf(model, i);
    const values = Float32Array.from(data);
    const unknown = words === null ? undefined : values.find((x) => !Number.isInteger(x) || x < 0 || x >= words);
    if (unknown !== undefined) throw new ParameterError(`batch ${i}`, `of indices below ${words}`, unknown);
    return { data: values, shape, indices: words !== null };
  });
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

const wordsFor = (shape: readonly (number | null)[]): string => shape.map((size) => size ?? 'any').join(' × ');
