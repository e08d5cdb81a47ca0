import { sampleCorrelation } from 'simple-statistics';
import { beforeAll, describe, expect, test } from 'vitest';
import { gelu, linear, relu, tanh } from '../../../src/activation/index.ts';
import { type Architecture, mapLayers, mlp } from '../../../src/architecture/index.ts';
import { normal, orthogonal, truncNormal, xavierUniform } from '../../../src/init/index.ts';
import { type Engine, lawObjection, type Probe, realiseInLaw, type Trace } from '../../../src/network/index.ts';
import { overflowLayer } from '../../../src/theory/index.ts';
import { chosenEngine, realise, seed } from './drawing.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
});

const init = normal({ std: 0.3 });
const bias = normal({ std: 0.5 });
const architecture = mlp({ width: [9, 20, 13, 6], batch: 5, activation: gelu, init, bias });
const probes = (...list: Probe[]): ReadonlySet<Probe> => new Set(list);
const every = probes('preActivation', 'derivative', 'gradient');
const drawn = (of: Architecture, from: number, to: number, ...asked: Probe[]) =>
  realiseInLaw(of, seed, from, to, probes(...asked));

describe('a realisation in law', () => {
  test('is the same, bit for bit, whenever it is drawn, and among whatever others', async () => {
    const all = await realiseInLaw(architecture, seed, 0, 7, every);
    expect(all.length).toBe(7);
    expect(await realiseInLaw(architecture, seed, 0, 7, every)).toEqual(all);
    expect([
      ...(await realiseInLaw(architecture, seed, 0, 3, every)),
      ...(await realiseInLaw(architecture, seed, 3, 7, every)),
    ]).toEqual(all);
    expect(await realiseInLaw(architecture, seed, 5, 6, every)).toEqual([all[5]]);
    expect(await drawn(architecture, 4, 4)).toEqual([]);
  });

  test('shows the same activations whatever else it shows', async () => {
    const [plain] = await drawn(architecture, 2, 3);
    for (const probe of every) expect((await drawn(architecture, 2, 3, probe))[0]).toMatchObject(plain);
    expect(plain).not.toHaveProperty('gradient');
  });

  test('is another one for another index, and for another seed, at every layer and on the way back', async () => {
    const some = [
      ...(await drawn(architecture, 0, 20, 'gradient')),
      ...(await realiseInLaw(architecture, `${seed}1`, 0, 20, probes('gradient'))),
    ];
    const numbers = some.flatMap(({ input, std, gradient }) => [
      input.std,
      ...std,
      ...(gradient?.std ?? []),
      gradient?.input.std,
    ]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('shares no number with the one of weights: not even its input', async () => {
    const [weights] = await realise(engine, architecture, seed, 0, 1);
    const [law] = await drawn(architecture, 0, 1);
    // The same numbers would have the same statistics, to the roundings of float64 sums.
    law.input.rowSecondMoments.forEach((q, row) =>
      expect(Math.abs(q / weights.input.rowSecondMoments[row] - 1)).toBeGreaterThan(1e-9),
    );
  });

  test('draws other numbers on its way back than on its way forward', async () => {
    const traces = await drawn(mlp({ width: 64, depth: 1, batch: 1, activation: linear, init }), 0, 400, 'gradient');
    const forwards = traces.map(({ input, secondMoment }) => secondMoment[0] / input.secondMoment);
    const back = traces.map(({ gradient }) => (gradient?.input.secondMoment ?? 0) / (gradient?.secondMoment[0] ?? 0));
    // What the two share is one number of 64; sampled, their correlation has sd 1/20, and six of these are 0.3.
    expect(Math.abs(sampleCorrelation(forwards, back) - 1 / 64)).toBeLessThan(0.3);
  });

  test('has a trace of the same shape as one of weights', async () => {
    const shape = (value: unknown): unknown => {
      if (value instanceof Float64Array) return value.length;
      if (Array.isArray(value)) return value.map(shape);
      return value !== null && typeof value === 'object'
        ? Object.entries(value)
            .map(([key, each]) => [key, shape(each)])
            .sort()
        : typeof value;
    };
    const [weights] = await realise(engine, architecture, seed, 0, 1, ...every);
    expect(shape((await realiseInLaw(architecture, seed, 0, 1, every))[0])).toEqual(shape(weights));
  });

  test('has inputs of exact second moment and cosine', async () => {
    const [{ input }] = await drawn(mlp({ width: [24, 8], batch: 5, init, input: { secondMoment: 2, cosine: 0.25 } }), 0, 1);
    // Float32's rounding of each number.
    expect(Math.abs(input.secondMoment - 2)).toBeLessThanOrEqual(4 * 2 ** -24);
    expect(Math.abs(input.cosine - 0.25)).toBeLessThanOrEqual(4 * 2 ** -24);
  });
});

describe('a network that leaves float32', () => {
  const growing = mlp({ width: 256, depth: 40, batch: 16, activation: linear, init: normal() });

  test('stops in law where mean field says, to a layer, and where those with weights do', async () => {
    const stops = (traces: readonly Trace[]) => traces.map(({ firstNonFinite }) => firstNonFinite ?? Infinity);
    // A layer is a factor of 16; the largest of 4,096 numbers is some four stds, and ln std has wandered by 32·(1/(2·256)), sd ¼.
    const expected = overflowLayer(256);
    for (const stop of [...stops(await drawn(growing, 0, 20)), ...stops(await realise(engine, growing, seed, 0, 2))]) {
      expect(Math.abs(stop - expected)).toBeLessThanOrEqual(1);
    }
  });

  test('shows as much of it as one with weights: nothing after, and no gradients', async () => {
    const [law] = await drawn(growing, 0, 1, 'gradient');
    const [weights] = await realise(engine, growing, seed, 0, 1, 'gradient');
    expect(law.std.length).toBe((law.firstNonFinite ?? 0) + 1);
    expect(law.std.at(-1)).toBeNaN();
    expect(law.gradient).toEqual(weights.gradient);
    expect(law.gradient?.std.length).toBe(0);
  });
});

describe('gradients', () => {
  const finite = (trace: Trace) => [...(trace.gradient?.std ?? [Number.NaN]), trace.gradient?.input.std].every(Number.isFinite);

  test.each<[string, Architecture]>([
    ['through 300 layers of ReLU', mlp({ width: 32, depth: 300, activation: relu, init: normal({ std: Math.sqrt(2 / 32) }) })],
    [
      'of tanh in its ordered phase',
      mlp({ width: 40, depth: 60, activation: tanh, init: normal({ std: 0.5 / Math.sqrt(40) }), bias }),
    ],
    ['of ReLU rows that die', mlp({ width: 3, depth: 12, activation: relu, init: normal() })],
    ['of weights that are 0', mlp({ width: 8, depth: 3, activation: tanh, init: normal({ std: 0 }) })],
  ])('are finite where rows have become one, or none at all: %s', async (_, of) => {
    for (const trace of await drawn(of, 0, 4, 'gradient')) expect(finite(trace)).toBe(true);
  });

  test('of weights that are 0 are 0, at every layer but the last', async () => {
    const [{ gradient }] = await drawn(mlp({ width: 8, depth: 3, activation: tanh, init: normal({ std: 0 }) }), 0, 1, 'gradient');
    expect([gradient?.input.std, gradient?.std[0], gradient?.std[1]]).toEqual([0, 0, 0]);
    expect(gradient?.std[2]).toBeGreaterThan(0);
  });
});

describe('what cannot be drawn in law is refused', () => {
  const sized = { width: 8, depth: 2 };

  test.each<[string, Architecture, RegExp]>([
    [
      'uniform weights',
      mlp({ ...sized, init: xavierUniform() }),
      /^architecture sampled in law must be one of independent N\(0, σ²\) weights; got "xavierUniform/,
    ],
    ['orthogonal ones', mlp({ ...sized, init: orthogonal() }), /; got "orthogonal/],
    ['truncated ones', mlp({ ...sized, init: truncNormal({ std: 1, a: -2, b: 2 }) }), /; got "truncNormal/],
    ['normal ones about another mean than 0', mlp({ ...sized, init: normal({ mean: 0.1 }) }), /; got "normal/],
    [
      'two layers with the same weights',
      mapLayers(mlp({ ...sized, init }), (layer) => ({ ...layer, stream: 0 })),
      /; got "layer 1 with the weights of layer 0"$/,
    ],
  ])('%s', async (_, of, message) => {
    await expect(drawn(of, 0, 1)).rejects.toThrow(message);
    expect(lawObjection(of)).toBeDefined();
  });

  test('but not Gaussian weights with biases of any law', () => {
    expect(lawObjection(mlp({ ...sized, init, bias: xavierUniform() }))).toBeUndefined();
  });

  test('the Jacobian, which wants the weights', async () => {
    await expect(drawn(architecture, 0, 1, 'jacobian')).rejects.toThrow(
      /^probes of a network sampled in law must be others than the Jacobian; got "jacobian"$/,
    );
  });

  test('more signals than WebAssembly can address, before any is drawn', async () => {
    const deep = mlp({ width: 4096, depth: 10_000, batch: 16, init });
    await expect(drawn(deep, 0, 1, 'gradient')).rejects.toThrow(
      /^signals kept at a time must be at most 4294901760 bytes; got \d{10}$/,
    );
  });
});

test('hundreds of calls hold no more memory than one: what they take is given back, and tensors there are none', async () => {
  const before = engine.tf.memory().numTensors;
  const wide = mlp({ width: 4096, depth: 2, batch: 16, activation: linear, init });
  // Each call takes 4096 × 16 × 11 numbers, 2.9 MB: all of them together 1.4 GB.
  for (let call = 0; call < 500; call++) await realiseInLaw(wide, seed, 0, 0, probes('gradient'));
  expect(process.memoryUsage().rss).toBeLessThan(1.2e9);
  expect(engine.tf.memory().numTensors).toBe(before);
});
