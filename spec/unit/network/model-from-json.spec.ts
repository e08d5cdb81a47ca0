/* eslint @typescript-eslint/no-explicit-any: 0, @typescript-eslint/no-unsafe-assignment: 0, @typescript-eslint/no-unsafe-call: 0, @typescript-eslint/no-unsafe-member-access: 0, @typescript-eslint/no-unsafe-return: 0 -- a JSON that is bent out of shape on purpose has no type */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Engine, ModelError, modelFromJson, realiseModel } from '../../../src/network/index.ts';
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

/** What is said of a file that is refused: one line, of a ModelError. */
async function refusal(json: unknown): Promise<string> {
  try {
    await drawn(json);
  } catch (error) {
    const { message } = error as Error;
    expect(`${(error as Error).name}: ${message}`).toMatch(/^(ModelError|ParameterError): [^\n]+$/);
    return message;
  }
  return 'was made';
}

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
    expect(await refusal(broken)).toContain('weights');
    expect(engine.tf.memory().numTensors).toBe(numTensors);
  });
});

/** The chain with its second layer's config changed. */
function changed(change: (layer: Json, whole: Json) => void): Json {
  const json = saved('chain');
  change(json.modelTopology.config.layers[1], json);
  return json;
}

/** The residual graph, changed. */
function rewired(change: (layers: Json, config: Json) => void): Json {
  const json = saved('residual');
  change(json.modelTopology.config.layers, json.modelTopology.config);
  return json;
}

const deep = (levels: number): Json => {
  let json: Json = { class_name: 'Dense', config: {} };
  for (let i = 0; i < levels; i++) json = { class_name: 'Sequential', config: { layers: [json] } };
  return json;
};

const HOSTILE: [string, Json, RegExp][] = [
  ['a list', [], /the file must be an object; got \[\]/],
  ['null', null, /the file must be an object; got null/],
  ['a graph model', { format: 'graph-model', modelTopology: { node: [] } }, /is a graph model/],
  ['nothing', {}, /class_name must be one of Sequential, Functional, Model; got nothing/],
  ['a class of its own', { class_name: 'Evil', config: {} }, /class_name must be one of/],
  ['no layers', { class_name: 'Sequential', config: { layers: [] } }, /has no list of layers/],
  ['layers that are a text', { class_name: 'Sequential', config: { layers: 'many' } }, /has no list of layers/],
  ['a layer that is a number', { class_name: 'Sequential', config: { layers: [3] } }, /layer 1 must be an object; got 3/],
  ['a layer without a class', { class_name: 'Sequential', config: { layers: [{ config: {} }] } }, /layer 1 has no class_name/],
  ['a name that is a number', changed((layer) => (layer.config.name = 7)), /the name of layer 2 must be a text; got 7/],
  ['a name twice', changed((layer) => (layer.config.name = 'first')), /two layers have the name "first"/],
  ['a layer that is not known', changed((layer) => (layer.class_name = 'MyLayer')), /MyLayer/],
  ['an initializer that is not known', changed((layer) => (layer.config.kernel_initializer.class_name = 'Magic')), /Magic/],
  ['an activation that is not known', changed((layer) => (layer.config.activation = 'magic')), /magic/i],
  ['units that are a text', changed((layer) => (layer.config.units = '16')), /units must be a number ≥ 0; got "16"/],
  ['negative units', changed((layer) => (layer.config.units = -1)), /units must be a number ≥ 0; got -1/],
  ['half a unit', changed((layer) => (layer.config.units = 1.5)), /1\.5/],
  ['a million million units', changed((layer) => (layer.config.units = 1e12)), /must be a number of at most 2147483648/],
  ['more weights than fit', changed((layer) => (layer.config.units = 2 ** 27)), /more than 268435456 weights, at layer second/],
  [
    'an infinite number',
    changed((layer) => (layer.config.kernel_initializer.config.stddev = Infinity)),
    /stddev must be a number of at most/,
  ],
  [
    'a negative std of a truncated normal, which never ends',
    changed((layer) => (layer.config.kernel_initializer = { class_name: 'TruncatedNormal', config: { mean: 0, stddev: -1 } })),
    /stddev must be a number ≥ 0; got -1/,
  ],
  [
    'a scale that is a text, which never ends',
    changed(
      (layer) =>
        (layer.config.kernel_initializer = {
          class_name: 'VarianceScaling',
          config: { scale: 'NaN', mode: 'fan_in', distribution: 'normal' },
        }),
    ),
    /scale must be a number > 0; got "NaN"/,
  ],
  [
    'an orthogonal kernel that takes minutes',
    changed((layer) => {
      layer.config.units = 2 ** 17;
      layer.config.kernel_initializer = { class_name: 'Orthogonal', config: { gain: 1 } };
    }),
    /the orthogonal kernel of layer second has more than 1048576 numbers/,
  ],
  ['an absurd output', rewired((layers) => (layers[0].config.batch_input_shape = [null, 2 ** 30])), /weights|numbers/],
  ['a negative shape', changed((_, json) => (json.modelTopology.config.layers[0].config.batch_input_shape = [null, -4])), /-4/],
  [
    'a key into prototypes',
    JSON.parse('{"class_name":"Sequential","config":{"__proto__":{"x":1},"layers":[]}}'),
    /has a key __proto__/,
  ],
  ['a key of a constructor', changed((layer) => (layer.config.constructor = { prototype: {} })), /has a key constructor/],
  ['models a thousand deep', deep(1000), /nested more than 64 deep/],
  ['models twelve deep', deep(12), /models within models more than 8 deep/],
  [
    'a hundred thousand layers',
    {
      class_name: 'Sequential',
      config: { layers: Array.from({ length: 100_000 }, (_, i) => ({ class_name: 'ReLU', config: { name: `r${i}` } })) },
    },
    /has more than 10000 layers/,
  ],
  ['a circle', rewired((layers) => (layers[1].inbound_nodes[0] = [['sum', 0, 0, {}]])), /depends on itself/],
  [
    'a layer that feeds itself',
    rewired((layers) => layers[2].inbound_nodes[0].push(['sum', 0, 0, {}])),
    /layer (sum|shared) depends on itself/,
  ],
  [
    'a layer that is not there',
    rewired((layers) => (layers[3].inbound_nodes[0][0][0] = 'ghost')),
    /refers to a layer "ghost", which is not there/,
  ],
  [
    'a use that is not there',
    rewired((layers) => (layers[3].inbound_nodes[0][0][1] = 9)),
    /refers to use 9 of layer shared, of 2/,
  ],
  [
    'an output that is not there',
    rewired((_, config) => (config.output_layers = [['ghost', 0, 0]])),
    /output_layers refers to a layer "ghost"/,
  ],
  ['no outputs', rewired((_, config) => (config.output_layers = [])), /output_layers is no list/],
  ['inputs that are a text', rewired((_, config) => (config.input_layers = 'x')), /input_layers is no list/],
  ['wires that are no lists', rewired((layers) => (layers[3].inbound_nodes = [7])), /inbound_nodes of layer out are no lists/],
];

describe('A model.json that is broken or hostile', () => {
  test.each(HOSTILE)('is refused in one line: %s', { timeout: 20_000 }, async (_, json, words) => {
    expect(await refusal(json)).toMatch(words);
  });

  test('is refused by a ModelError where the fault is the file’s', () => {
    expect(() => modelFromJson({}, 'm.json')).toThrow(ModelError);
  });

  /** Every place in a JSON, as the keys that lead there. */
  const places = (value: Json, path: string[] = []): string[][] =>
    typeof value === 'object' && value !== null
      ? [path, ...Object.keys(value as object).flatMap((key) => places(value[key], [...path, key]))]
      : [path];

  test('is read or refused in one line, whatever is changed in it', { timeout: 300_000 }, async () => {
    const odd = [null, -1, 0, 1.5, 1e9, '', 'x', [], {}, true, [[]], Number.MAX_VALUE, ['x', 0, 0]];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.nat(),
        fc.constantFrom(...odd),
        fc.boolean(),
        async (name, at, value, gone) => {
          const json = saved(name);
          const all = places(json.modelTopology).slice(1);
          const path = all[at % all.length];
          let holder = json.modelTopology;
          for (const key of path.slice(0, -1)) holder = holder[key];
          const key = path[path.length - 1];
          if (gone) delete holder[key];
          else holder[key] = value;
          // As it comes from a file: what was taken out of a list is null there.
          await refusal(JSON.parse(JSON.stringify(json)));
        },
      ),
      { seed: 1, numRuns: 400 },
    );
  });
});
