/* eslint @typescript-eslint/no-explicit-any: 0, @typescript-eslint/no-unsafe-assignment: 0, @typescript-eslint/no-unsafe-call: 0, @typescript-eslint/no-unsafe-member-access: 0, @typescript-eslint/no-unsafe-return: 0 -- a JSON that is bent out of shape on purpose has no type */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Engine, modelFromJson, realiseModel } from '../../../src/network/index.ts';
import { fixture } from '../../fixture.ts';
import { chosenEngine } from './drawing.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
});

const NAMES = ['chain', 'convolutional', 'residual', 'words', 'nested'] as const;
const saved = (name: (typeof NAMES)[number]): Json => fixture(`models/${name}.json`);

type Json = any;

/** A realisation of what is in a file, by its index. */
const drawn = async (json: unknown, realisation = 0) =>
  (
    await realiseModel(engine, { model: modelFromJson(json, 'model.json'), input: { batch: 4 } }, 1, realisation, realisation + 1)
  )[0];

describe('A saved model', () => {
  test.each([
    ['chain', 'Sequential of 4 layers', ['first', 'second', 'off', 'out']],
    ['convolutional', 'Sequential of 6 layers', ['conv', 'norm', 'relu', 'pool', 'flat', 'out']],
    ['residual', 'Model of 4 layers', ['shared', 'sum', 'shared#2', 'out']],
    ['words', 'Model of 7 layers', ['embedding', 'lstm_0', 'embedding#2', 'lstm_1', 'both', 'out']],
    ['nested', 'Sequential of 4 layers', ['a', 'b', 'out']],
  ] as const)('is read, and its layers are seen: %s', async (name, kind, layers) => {
    expect(modelFromJson(saved(name), 'm.json').name).toBe(`m.json: ${kind}`);
    const trace = await drawn(saved(name));
    expect(trace.layers.map((layer) => layer.name)).toEqual(layers);
    expect(trace.std.every(Number.isFinite)).toBe(true);
  });

  test('is drawn anew for each realisation, seeds of its initializers or not, and the same for the same one', async () => {
    const json = saved('chain');
    expect(JSON.stringify(json)).toContain('"seed":7');
    const [first, again, other] = [await drawn(json), await drawn(json), await drawn(json, 1)];
    expect(first).toEqual(again);
    expect(Array.from(first.kernelStd)).not.toEqual(Array.from(other.kernelStd));
    // What was parsed is the reader's, and stays as it is.
    expect(json).toEqual(saved('chain'));
  });

  test('may be a topology alone, and in the form that Keras writes', async () => {
    const { modelTopology } = saved('chain');
    expect(await drawn(modelTopology)).toEqual(await drawn(saved('chain')));
    const keras = {
      modelTopology: { model_config: modelTopology, keras_version: '2.15.0', backend: 'tensorflow', training_config: {} },
    };
    expect(await drawn(keras)).toEqual(await drawn(saved('chain')));
  });

  test('leaves no tensor behind, made or refused', async () => {
    await drawn(saved('chain'));
    const { numTensors } = engine.tf.memory();
    for (const name of NAMES) await drawn(saved(name));
    const broken = saved('chain');
    broken.modelTopology.config.layers[3].config.units = 2 ** 30;
    await expect(drawn(broken)).rejects.toThrow(/weights/);
    expect(engine.tf.memory().numTensors).toBe(numTensors);
  });
});
