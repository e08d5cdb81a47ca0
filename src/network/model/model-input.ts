import type { LayersModel } from '@tensorflow/tfjs';
import { ParameterError, positiveInteger } from '../../parameter.ts';
import { type Seed, Stream } from '../../random/index.ts';
import type { Batch, ModelInput } from './model-source.ts';

/** One input's numbers, and whether they are indices, of which no size can be told. */
export interface Feed extends Batch {
  readonly data: Float32Array;
  readonly indices: boolean;
}

/**
 * What goes into a model's inputs, in order.
 *
 * @throws ParameterError for a batch of another shape than the model's, and an input whose shape is not known but for the batch.
 */
export function feedsOf(model: LayersModel, input: ModelInput, seed: Seed, realisation: number): Feed[] {
  const shapes = model.inputs.map(({ shape }) => shape);
  if ('values' in input) return given(model, shapes, input.values);
  const batch = positiveInteger('batch', input.batch);
  return shapes.map((shape, i) => {
    const [size, ...rest] = shape;
    if (size !== null && size !== batch) throw new ParameterError('batch', `${size}, as input ${i} of the model has it`, batch);
    if (rest.includes(null)) {
      throw new ParameterError(`input ${i} of the model`, 'of a known shape (give a batch of your own)', shape.map(String));
    }
    const whole = [batch, ...(rest as number[])];
    const data = new Float32Array(whole.reduce((product, one) => product * one, 1));
    const stream = new Stream(seed, `${realisation}/model-input-${i}`);
    const vocabulary = vocabularyOf(model, i);
    if (vocabulary === null) stream.normals(data);
    else for (let at = 0; at < data.length; at++) data[at] = Math.floor(stream.uniform() * vocabulary);
    return { data, shape: whole, indices: vocabulary !== null };
  });
}

function given(model: LayersModel, shapes: readonly (readonly (number | null)[])[], values: readonly Batch[]): Feed[] {
  if (values.length !== shapes.length)
    throw new ParameterError('batches', `${shapes.length}, one an input of the model`, values.length);
  return values.map(({ data, shape }, i) => {
    const wanted = shapes[i];
    const fits = shape.length === wanted.length && wanted.every((size, axis) => size === null || size === shape[axis]);
    if (!fits) {
      const words = wanted.map((size) => size ?? 'any').join(' × ');
      throw new ParameterError(`batch ${i}`, `of the shape of the model's input, ${words}`, [...shape]);
    }
    return { data: Float32Array.from(data), shape, indices: vocabularyOf(model, i) !== null };
  });
}

/** How many words the embedding knows that an input feeds; null for an input that feeds none. */
function vocabularyOf(model: LayersModel, input: number): number | null {
  const { id } = model.inputs[input];
  for (const layer of model.layers) {
    const feeds = layer.inboundNodes.some((node) => node.inputTensors.some((tensor) => tensor.id === id));
    if (feeds && layer.getClassName() === 'Embedding') return Number(layer.getConfig()['inputDim']);
  }
  return null;
}
