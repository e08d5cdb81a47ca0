import type * as TensorFlow from '@tensorflow/tfjs';
import { type Activation, linear } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import { normal } from '../../../src/init/index.ts';
import {
  type Batch,
  type Engine,
  type ModelInput,
  type ModelTrace,
  modelFromBuilder,
  type Probe,
  realiseModel,
} from '../../../src/network/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { seed } from './drawing.ts';
import { pass, type Passed } from './reference.ts';
import type { Values } from './values.ts';

export type Tf = typeof TensorFlow;
export type Model = TensorFlow.LayersModel;

/** A layer's weights as they were: name (`kernel`, `bias`, …) to numbers and shape. */
export type Weights = Readonly<Record<string, { readonly data: Float32Array; readonly shape: readonly number[] }>>;

/** Realisation 0 of a model, and the weights of its layers, in the order in which the model lists them. */
export async function traced(
  engine: Engine,
  build: (tf: Tf) => Model,
  options: { readonly input?: ModelInput; readonly probes?: readonly Probe[] } = {},
): Promise<{ trace: ModelTrace; weights: Weights[] }> {
  let weights: Weights[] = [];
  const model = modelFromBuilder((tf) => {
    const made = build(tf);
    weights = made.layers.filter((layer) => layer.weights.length > 0).map(weightsOf);
    return made;
  }, 'mine');
  const { input, probes = [] } = options;
  const [trace] = await realiseModel(engine, { model, ...(input && { input }) }, seed, 0, 1, new Set(probes));
  return { trace, weights };
}

const weightsOf = ({ weights }: Model['layers'][number]): Weights =>
  Object.fromEntries<Weights[string]>(
    weights.map((weight) => [
      weight.originalName.split('/').at(-1) ?? '',
      { data: weight.read().dataSync<'float32'>().slice(), shape: weight.shape as number[] },
    ]),
  );

/** What a model's input is drawn as, example by example. */
export const drawnInput = (size: number, input = 0): Float32Array =>
  new Stream(seed, `0/model-input-${input}`).normals(new Float32Array(size));

/** What the gradient of realisation 0 begins with, example by example. */
export const drawnCotangent = (size: number): Float32Array =>
  new Stream(seed, '0/model-cotangent').normals(new Float32Array(size));

/** What is there example by example, unit by unit. */
export function byUnits(values: ArrayLike<number>, batch: number): Float64Array {
  const units = values.length / batch;
  return Float64Array.from(values, (_, i) => values[(i % batch) * units + Math.floor(i / batch)]);
}

/** One layer of plain loops, y = φ(W x + b), with W as a function of (output, input). */
export function affine(
  x: Values,
  batch: number,
  outputs: number,
  weight: (output: number, input: number) => number,
  bias: (output: number) => number,
  activation: Activation = linear,
): Passed {
  const inputs = x.x.length / batch;
  const matrix = Float32Array.from({ length: outputs * inputs }, (_, i) => weight(Math.floor(i / inputs), i % inputs));
  const biases = Float32Array.from({ length: outputs }, (_, i) => bias(i));
  const [layer] = mlp({ width: [inputs, outputs], batch, activation, init: normal() }).layers;
  return pass(layer, matrix, biases, x, batch);
}

/** TensorFlow's Dense, whose kernel is (in, out). */
export function dense({ kernel, bias }: Weights, x: Values, batch: number, activation: Activation = linear): Passed {
  const [, outputs] = kernel.shape;
  const weight = (output: number, input: number) => kernel.data[input * outputs + output];
  return affine(x, batch, outputs, weight, (output) => bias?.data[output] ?? 0, activation);
}

export const batchOf = (data: ArrayLike<number>, ...shape: number[]): Batch => ({ data, shape });
