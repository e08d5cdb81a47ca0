/* eslint @typescript-eslint/no-explicit-any: 0, @typescript-eslint/no-unsafe-argument: 0, @typescript-eslint/no-unsafe-assignment: 0, @typescript-eslint/no-unsafe-call: 0, @typescript-eslint/no-unsafe-member-access: 0, @typescript-eslint/no-unsafe-return: 0 -- a JSON that is bent out of shape on purpose has no type */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Engine, ModelError, modelFromJson, type ModelTrace, realiseModel } from '../../../src/network/index.ts';
import { fixture } from '../../fixture.ts';
import type { Json } from './bent.ts';
import { chosenEngine } from './drawing.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
  // TensorFlow.js warns of each orthogonal kernel.
  vi.spyOn(console, 'warn').mockReturnValue();
});

afterAll(() => vi.restoreAllMocks());

async function drawn(json: Json, seed = 1): Promise<ModelTrace> {
  const [trace] = await realiseModel(engine, { model: modelFromJson(json, 'm.json'), input: { batch: 4 } }, seed, 0, 1);
  return trace;
}

/** What is said of a model that is refused: one line. */
async function refusal(json: Json): Promise<string> {
  const error: unknown = await drawn(json).then(
    () => 'was made',
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ModelError);
  expect((error as Error).message).toMatch(/^[^\p{Cc}]{1,300}$/u);
  return (error as Error).message;
}

const layer = (kind: string, config: Json = {}): Json => ({ class_name: kind, config: { name: kind, ...config } });
const sequence = (...layers: Json[]): Json => ({ class_name: 'Sequential', config: { name: 's', layers } });
const FOUR = { batch_input_shape: [null, 4] };
const IMAGE = { batch_input_shape: [null, 8, 8, 3] };
const IN_TIME = { batch_input_shape: [null, 3, 4] };
const dense = (config: Json = {}): Json => layer('Dense', { units: 4, ...FOUR, ...config });
const convolution = (config: Json): Json => sequence(layer('Conv2D', { filters: 2, kernel_size: 3, ...IMAGE, ...config }));
const drawnBy = (kind: string, config: Json): Json => sequence(dense({ kernel_initializer: { class_name: kind, config } }));

/** A layer of a graph, and what goes into it at each of its uses: `a`, or `[a, use]`. */
const node = (kind: string, name: string, uses: (string | [string, number])[][], config: Json = {}): Json => ({
  class_name: kind,
  name,
  config: { name, ...config },
  inbound_nodes: uses.map((inputs) => inputs.map((input) => [...(typeof input === 'string' ? [input, 0] : input), 0, {}])),
});
const graph = (layers: Json[], output: string, input = 'x'): Json => ({
  class_name: 'Functional',
  config: { name: 'g', layers, input_layers: [[input, 0, 0]], output_layers: [[output, 0, 0]] },
});
const x = node('InputLayer', 'x', [], { ...FOUR, dtype: 'float32' });
const unit = (name: string, ...uses: (string | [string, number])[][]): Json => node('Dense', name, uses, { units: 4 });

/** A model in which a layer depends on itself. */
const circle = graph([unit('a', ['a'])], 'a', 'a');

/** `count` layers, each of what `inputs` before it have given. */
const deep = (count: number, kind: string, inputs: number): Json => {
  const before = (i: number) => Array.from({ length: inputs }, () => (i === 0 ? 'x' : `a${i - 1}`));
  return graph([x, ...Array.from({ length: count }, (_, i) => node(kind, `a${i}`, [before(i)]))], `a${count - 1}`);
};

const reversed = (json: Json): Json => {
  json.config.layers.reverse();
  return json;
};

/** What TensorFlow.js 4.22 would look for until the end of time. */
const ENDLESS: [string, Json, string][] = [
  [
    'a layer that nothing goes into, and that feeds another',
    graph([x, unit('a'), unit('b', ['a'])], 'b'),
    'use 0 of layer a, of 0',
  ],
  ['a use of nothing', graph([x, unit('a', []), unit('b', ['a'])], 'b'), 'inbound_nodes of layer a are no lists'],
  ['a circle of two', graph([x, unit('a', ['b']), unit('b', ['a'])], 'b'), 'layer a depends on itself'],
  ['a circle in a wrapper', sequence(layer('TimeDistributed', { ...IN_TIME, layer: circle })), 'layer a depends on itself'],
  [
    'a circle in a class that is one by its camel case only',
    sequence(dense(), { ...circle, class_name: '_functional' }),
    'layer a depends on itself',
  ],
  [
    'a circle in a key that is one by its camel case only',
    graph([x, { ...unit('a'), inbound__nodes: [[['a', 0, 0]]], inbound_nodes: undefined }], 'a'),
    'layer a depends on itself',
  ],
  ['two names', graph([x, { ...unit('a', ['x']), name: 'b' }], 'b'), 'layer 2 has two names, "b" and "a"'],
  ['no name', graph([x, { ...unit('a', ['x']), name: undefined }], 'x'), 'layer 2 has no name'],
  [
    'a truncated normal with a std of another key',
    drawnBy('TruncatedNormal', { stddev_: -1 }),
    '/layers/0/config/kernelInitializer/config/stddev must be a number ≥ 0; got -1',
  ],
  ['a truncated normal around a list', drawnBy('TruncatedNormal', { mean: [0] }), 'config/mean must be a number; got [0]'],
  [
    'a scale below nothing',
    drawnBy('VarianceScaling', { scale: -1, mode: 'fan_in', distribution: 'truncated_normal' }),
    'config/scale must be a number > 0; got -1',
  ],
];

/** What would take it all of the memory, or of the time. */
const ENDLESS_WORK: [string, Json, string][] = [
  [
    'a pad of a thousand million',
    sequence(layer('ZeroPadding2D', { padding: 1e9, ...IMAGE })),
    'padding must be a text, or whole',
  ],
  [
    'a causal pad by its dilation',
    sequence(layer('Conv1D', { filters: 2, kernel_size: 2, dilation_rate: 1e9, padding: 'causal', ...IN_TIME })),
    'dilationRate must be whole numbers from 1 to 4096; got 1000000000',
  ],
  ['a kernel of 10¹⁰', convolution({ kernel_size: 1e5 }), 'kernelSize must be whole numbers from 1 to 4096; got 100000'],
  [
    'a kernel as large as its picture',
    sequence(layer('Conv2D', { filters: 8, kernel_size: 512, padding: 'same', batch_input_shape: [null, 512, 512, 1] })),
    'takes more than 137438953472 products for one example, at layer Conv2D',
  ],
  [
    'a pool as large as its picture',
    sequence(layer('MaxPooling2D', { pool_size: 4000, strides: 1, padding: 'same', batch_input_shape: [null, 4000, 4000, 1] })),
    'takes more than 137438953472 products for one example, at layer MaxPooling2D',
  ],
  [
    'a million steps in time',
    sequence(layer('LSTM', { units: 2, batch_input_shape: [null, 1e6, 1] })),
    'takes more than 16384 steps in time, at layer LSTM',
  ],
  [
    'a thousand times a thousand steps in time',
    sequence(
      layer('TimeDistributed', {
        batch_input_shape: [null, 1000, 1000, 1],
        layer: layer('Bidirectional', { merge_mode: 'concat', layer: layer('GRU', { units: 1 }) }),
      }),
    ),
    'takes more than 16384 steps in time, at layer TimeDistributed',
  ],
  ['2³⁰ repetitions', sequence(layer('RepeatVector', { n: 2 ** 30, ...FOUR })), 'gives 4294967296 numbers for one example'],
  ['a picture of 10¹⁴', sequence(layer('UpSampling2D', { size: [1e6, 1e6], ...IMAGE })), 'gives 192000000000000 numbers'],
  ['an axis that doubles forty times', deep(40, 'Concatenate', 2), 'layer a24 gives 134217728 numbers for one example'],
  [
    'a cell of 10⁹ units',
    sequence(
      layer('RNN', {
        ...IN_TIME,
        cell: { class_name: 'StackedRNNCells', config: { cells: [{ class_name: 'LSTMCell', config: { units: 1e9 } }] } },
      }),
    ),
    'has more than 268435456 weights',
  ],
  [
    'an orthogonal kernel of 2²⁰ beside another',
    sequence(
      ...[64, 1024, 1024].map((units, i) =>
        dense({ name: `d${i}`, units, batch_input_shape: [null, 64], kernel_initializer: i === 1 ? 'zeros' : 'orthogonal' }),
      ),
    ),
    'its orthogonal kernels take TensorFlow.js minutes, at layer d2',
  ],
  ['layers listed last to first', reversed(deep(3000, 'ReLU', 1)), 'list each after its inputs'],
  [
    'more layers than the stack is deep',
    deep(9000, 'ReLU', 1),
    'has more layers one after another than TensorFlow.js can go through',
  ],
];

/** What TensorFlow.js would trip over, or read as something else. */
const WRONG: [string, Json, string][] = [
  [
    'a layer by the name of what every object has',
    graph([x, unit('toString', ['x'])], 'toString'),
    'has a text toString, at /config',
  ],
  ['a class by such a name', sequence(layer('value_of', FOUR)), 'has a text valueOf, at /config/layers/0/class_name'],
  ['an initializer by such a name', sequence(dense({ kernel_initializer: 'has_own_property' })), 'has a text hasOwnProperty'],
  ['a name of two lines', sequence(dense({ name: 'a\nb' })), 'has a text with a control character, a�b'],
  ['a name that clears the screen', sequence(dense({ name: '\u001b[2Ja' })), 'has a text with a control character, �[2Ja'],
  ['steps of 0', convolution({ strides: 0 }), 'strides must be whole numbers from 1 to 4096; got 0'],
  ['a kernel that is a text', convolution({ kernel_size: '3' }), 'kernelSize must be whole numbers from 1 to 4096; got "3"'],
  ['a kernel of three axes', convolution({ kernel_size: [3, 3, 3] }), 'layer Conv2D (Conv2D): The kernelSize argument'],
  ['a kernel larger than its picture', convolution({ kernel_size: 30 }), 'layer Conv2D gives the shape any × -21 × -21 × 2'],
  ['steps and dilations', convolution({ strides: 2, dilation_rate: 2 }), 'layer Conv2D (Conv2D) cannot be run: Error in conv2D'],
  ['a shape of texts', sequence(dense({ batch_input_shape: [null, '4'] })), 'layer Dense is given the shape any × 4'],
  ['a shape of halves', sequence(dense({ batch_input_shape: [null, 2.5] })), 'layer Dense is given the shape any × 2.5'],
  ['a shape of nothing', sequence(dense({ batch_input_shape: [null, 0] })), 'layer Dense is given the shape any × 0'],
  [
    'a shape that is an object',
    sequence(dense({ batch_input_shape: { length: 2 } })),
    'model s (Sequential): TensorFlow.js cannot read it',
  ],
  ['no shape', sequence(layer('Dense', { units: 4 })), 'model s (Sequential): The first layer in a Sequential model must get an'],
  ['a list for a config', sequence({ class_name: 'Dense', config: [3] }), 'the config of layer 1 must be an object; got [3]'],
  ['shapes that do not fit', graph([x, node('Reshape', 'r', [['x']], { target_shape: [5] })], 'r'), 'cannot be run: Total size'],
  ['units of 1.5', sequence(dense({ units: 1.5 })), 'layer Dense (Dense): Expected units to be a positive integer, but got 1.5'],
  ['an embedding of no words', sequence(layer('Embedding', { input_dim: 0, output_dim: 3, ...FOUR })), 'Expected inputDim'],
  ['a layer without its cell', sequence(layer('RNN', IN_TIME)), 'layer RNN (RNN): TensorFlow.js cannot read it'],
  ['a third tensor of a layer that gives one', graph([x, { ...unit('a'), inbound_nodes: [[['x', 0, 2, {}]]] }], 'a'), 'model g'],
  ['an input that is none', graph([x, unit('a', ['x'])], 'a', 'a'), 'Input layers to a LayersModel must be InputLayer objects'],
  ['weights that were given', sequence(dense({ weights: [[1]] })), 'layer Dense (Dense): You called setWeights'],
  [
    'uses that TensorFlow.js mixes up',
    graph(
      [
        x,
        unit('s', ['g'], ['x']),
        unit('g', ['x']),
        node('Add', 'o', [
          [
            ['s', 0],
            ['s', 1],
          ],
        ]),
      ],
      'o',
    ),
    'layer s is used in an order that TensorFlow.js does not keep',
  ],
];

/** What is right, but not there: a name, and what can be done. */
const UNKNOWN: [string, Json, string][] = [
  ['layer', sequence(dense(), layer('TFOpLambda')), 'm.json: layer TFOpLambda: TensorFlow.js has no layer TFOpLambda'],
  ['wrapped layer', sequence(layer('TimeDistributed', { ...IN_TIME, layer: layer('Lambda') })), 'has no layer Lambda'],
  ['initializer', drawnBy('Mine', {}), 'm.json: layer Dense (Dense): TensorFlow.js has no initializer Mine'],
  ['activation', sequence(dense({ activation: 'sine' })), 'm.json: layer Dense (Dense): TensorFlow.js has no activation sine'],
];

describe('A model.json', () => {
  test.each(ENDLESS)('is refused that TensorFlow.js would never end reading: %s', { timeout: 20_000 }, async (_, json, words) => {
    expect(await refusal(json)).toContain(words);
  });

  test.each(ENDLESS_WORK)('is refused that is too much: %s', { timeout: 120_000 }, async (_, json, words) => {
    expect(await refusal(json)).toContain(words);
  });

  test.each(WRONG)('is refused for %s', async (_, json, words) => {
    expect(await refusal(json)).toContain(words);
  });

  test.each(UNKNOWN)('with an unknown %s names it, and what can be done', async (_, json, words) => {
    const said = await refusal(json);
    expect(said).toContain(words);
    expect(said).toContain('; a builder script can register one (tf.serialization.registerClass)');
  });

  test.each(['chain', 'residual'])('of Keras 3 is refused by that name: %s', async (name) => {
    const json: Json = fixture(`keras/keras-3-${name}.json`);
    expect(await refusal(json)).toMatch(/Keras 3, which TensorFlow\.js does not read; save the model with Keras 2 \(tf_keras\)$/);
    // Where its inputs are mended, its wires are not; where it has none, its types.
    const { config } = json.modelTopology.model_config;
    for (const { config: own } of config.layers as Json[]) if (own.batch_shape) own.batch_input_shape = own.batch_shape;
    if (name === 'residual') expect(await refusal(json)).toContain('layer h is wired as Keras 3 does it');
    else expect(await refusal(json)).toContain('/dtype must be a text, as Keras 2 has it');
  });

  test('of Keras 2 is drawn as it stands: a block within it, and an axis in a list', async () => {
    const trace = await drawn(fixture('keras/keras-2-residual.json'));
    expect(trace.layers.map(({ name }) => name)).toEqual(
      ['conv_1', 'norm_1', 'relu_1', 'block/conv_2', 'block/norm_2', 'block/skip', 'pool', 'logits'], // prettier-ignore
    );
    // Moving averages are 0 and 1 as yet: a normalisation divides by √(1 + ε), and ε is 0.001.
    expect(trace.std[1] / trace.std[0]).toBeCloseTo(1 / Math.sqrt(1.001), 6);
    expect(trace.std[4] / trace.std[3]).toBeCloseTo(1 / Math.sqrt(1.001), 6);
  });

  test('is drawn anew for each seed, and the same for the same: seeds by any key are left out', async () => {
    const json = drawnBy('RandomNormal', { mean: 0, stddev: 1, seed: 7, seed_: 8 });
    const [first, again, other] = [await drawn(json, 1), await drawn(json, 1), await drawn(json, 2)];
    expect(first).toEqual(again);
    expect(first.kernelStd[0]).not.toBe(other.kernelStd[0]);
  });

  test('may use a layer again and again, in each order that TensorFlow.js keeps', async () => {
    const shared = unit('s', ['x'], [['s', 0]], [['s', 1]]);
    const model = graph([x, shared, unit('o', [['s', 2]])], 'o');
    expect((await drawn(model)).layers.map(({ name }) => name)).toEqual(['s', 's#2', 's#3', 'o']);
  });

  test('leaves no tensor behind, of layers that nothing needs and of an LSTM as Keras has it', async () => {
    const { numTensors } = engine.tf.memory();
    const spare = graph([x, unit('a', ['x']), unit('spare', ['x'])], 'a');
    expect((await drawn(spare)).layers.map(({ name }) => name)).toEqual(['a']);
    await drawn(sequence(layer('LSTM', { units: 2, unit_forget_bias: true, ...IN_TIME })));
    expect(engine.tf.memory().numTensors).toBe(numTensors);
  });

  test('that fails leaves TensorFlow.js as it was, and so does one that does not', async () => {
    const gates = () => [
      ...['apply', 'addWeight'].map((name): unknown => Reflect.get(engine.tf.layers.Layer.prototype, name)),
      ...Object.values(engine.tf.serialization.SerializationMap.getMap().classNameMap).flat(),
    ];
    const before = gates();
    await refusal(sequence(dense({ units: 1.5 })));
    await drawn(sequence(dense()));
    gates().forEach((gate, i) => expect(gate).toBe(before[i]));
  });
});
