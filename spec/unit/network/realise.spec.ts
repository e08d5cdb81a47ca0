import { beforeAll, describe, expect, test } from 'vitest';
import { linear, tanh } from '../../../src/activation/index.ts';
import { type Architecture, mapLayers, mlp } from '../../../src/architecture/index.ts';
import { type Initializer, normal, uniform, xavierUniform } from '../../../src/init/index.ts';
import { normalLaw } from '../../../src/init/law.ts';
import { type Engine, type Probe, type Trace } from '../../../src/network/index.ts';
import type { Seed } from '../../../src/random/index.ts';
import { chosenEngine, realise, seed } from './drawing.ts';
import { forwardDistance } from './reference.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
});

const distance = (trace: Trace, architecture: Architecture, realisation: number, from: Seed = seed) =>
  forwardDistance(trace, architecture, from, realisation);

/** Every weight has the same value: a network whose numbers can be told beforehand. */
const constant = (value: number): Initializer => ({
  name: `constant ${value}`,
  law: () => normalLaw(value, 0),
  draw: (_, __, out) => out.fill(value),
});

describe('a realisation', () => {
  test.each<[string, Architecture]>([
    ['equal widths', mlp({ width: 16, depth: 5, batch: 4, activation: tanh, init: xavierUniform({ gain: 5 / 3 }) })],
    ['a layer of one unit', mlp({ width: [7, 24, 1, 5], batch: 6, activation: tanh, init: xavierUniform() })],
    ['a batch of 1', mlp({ width: 12, depth: 3, batch: 1, activation: tanh, init: xavierUniform() })],
  ])('is what plain loops in float64 compute from its streams, to float32’s error: %s', async (_, architecture) => {
    const [trace] = await realise(engine, architecture, seed, 3, 4);
    expect(trace.std.length).toBe(architecture.layers.length);
    expect(trace.firstNonFinite).toBeNull();
    expect(distance(trace, architecture, 3)).toBeLessThanOrEqual(1);
  });

  const architecture = mlp({ width: 16, depth: 4, batch: 4, activation: tanh, init: xavierUniform() });

  test('is another one where seed, index, streams, weights or activation are others: the same bound says so', async () => {
    const [trace] = await realise(engine, architecture, seed, 3, 4);
    const far = [
      distance(trace, architecture, 4),
      distance(trace, architecture, 3, `${seed}1`),
      distance(
        trace,
        mapLayers(architecture, (layer) => ({ ...layer, stream: 0 })),
        3,
      ),
      distance(
        trace,
        mapLayers(architecture, (layer) => ({ ...layer, activation: linear })),
        3,
      ),
      distance(
        trace,
        mapLayers(architecture, (layer) => ({ ...layer, init: uniform({ low: -0.43, high: 0.43 }) })),
        3,
      ),
    ];
    expect(Math.min(...far)).toBeGreaterThan(1);
  });

  test('draws each layer from the stream that the layer names', async () => {
    const same = mapLayers(architecture, (layer) => ({ ...layer, stream: 0 }));
    const [trace] = await realise(engine, same, seed, 0, 1);
    expect(distance(trace, same, 0)).toBeLessThanOrEqual(1);
    expect(distance(trace, architecture, 0)).toBeGreaterThan(1);
  });

  test.each([1, 3, 32])('is the same alone and among others, %i at once', async (networksAtOnce) => {
    const traces = await realise({ ...engine, networksAtOnce }, architecture, seed, 0, 7);
    const alone = await realise({ ...engine, networksAtOnce: 1 }, architecture, seed, 5, 6);
    expect(traces.length).toBe(7);
    // The input's statistics come from the stream by float64 arithmetic alone: bit for bit.
    expect(traces[5].input).toEqual(alone[0].input);
    traces.forEach((trace, realisation) => {
      expect(distance(trace, architecture, realisation)).toBeLessThanOrEqual(1);
    });
  });

  test('none are drawn from an empty range', async () => {
    expect(await realise(engine, architecture, seed, 4, 4)).toEqual([]);
  });

  describe('is drawn alone where the weights of two are too many, and else with others', () => {
    const sizes: number[] = [];
    const counting: Initializer = { ...constant(0), draw: (_, __, out) => (sizes.push(out.length), out) };
    const drawn = async (width: number[], ...probes: Probe[]) => {
      sizes.length = 0;
      await realise({ ...engine, networksAtOnce: 2 }, mlp({ width, batch: 1, init: counting }), seed, 0, 2, ...probes);
      return sizes;
    };
    // Three units make the last layer, so that its std exists. A large layer's weight takes 64 MB.
    const [small, large] = [100, 2 ** 12];
    const [S, L, ofS, ofL] = [small ** 2, large ** 2, small * 3, large * 3];

    test('64 MB, where only one layer of each is in memory', async () => {
      expect(await drawn([small, small, 3])).toEqual([S, S, ofS, ofS]);
      expect(await drawn([large, large, 3])).toEqual([L, ofL, L, ofL]);
      expect(await drawn([large, large, 3], 'preActivation', 'derivative')).toEqual([L, ofL, L, ofL]);
    });

    test.each(['gradient', 'jacobian'] as const)('256 MB, where all layers are kept for the way back: %s', async (probe) => {
      expect(await drawn([large, large, 3], probe)).toEqual([L, L, ofL, ofL]);
      expect(await drawn([large, large, large, 3], probe)).toEqual([L, L, ofL, L, L, ofL]);
    });
  });
});

describe('the statistics of a signal', () => {
  test('are of float64: entries near 1e30, whose squares leave float32, keep their std', async () => {
    const large = mlp({ width: 16, depth: 3, batch: 4, init: normal({ std: 1e10 }) });
    const [trace] = await realise(engine, large, seed, 0, 1);
    expect(trace.std[2]).toBeGreaterThan(1e29);
    expect(trace.firstNonFinite).toBeNull();
    expect(distance(trace, large, 0)).toBeLessThanOrEqual(1);
  });

  test('keep the std of tiny entries too', async () => {
    const small = mlp({ width: 16, depth: 3, batch: 4, init: normal({ std: 1e-10 }) });
    const [trace] = await realise(engine, small, seed, 0, 1);
    expect(trace.std[2]).toBeLessThan(1e-28);
    expect(distance(trace, small, 0)).toBeLessThanOrEqual(1);
  });
});

describe('a trace', () => {
  test('stops at the first layer whose std is not finite, and names it', async () => {
    // Layer 0 gives 1e20·Σx, layer 1 overflows float32 unless the sum of 16 normals is below 2e-4 in all four rows: 1e-17.
    const overflowing = mlp({ width: 16, depth: 9, batch: 4, init: constant(1e20) });
    const [trace] = await realise(engine, overflowing, seed, 0, 1);
    expect(trace.firstNonFinite).toBe(1);
    const { std, mean, secondMoment, rowSecondMoments, covariance, cosine } = trace;
    for (const column of [std, mean, secondMoment, rowSecondMoments, covariance, cosine]) expect(column.length).toBe(2);
    expect(trace.std[0]).toBeGreaterThan(1e18);
    expect(trace.std[1]).not.toSatisfy(Number.isFinite);
  });

  test('of a network that stopped draws no further weights, while its neighbours go on', async () => {
    const drawn: number[] = [];
    // Only realisation 1 overflows: every network's first layer consumes one word of its stream, which tells them apart.
    const first = new Map<string, number>();
    const init: Initializer = {
      name: 'one of three overflows',
      law: () => normalLaw(0, 1),
      draw: (_, stream, out) => {
        const [word] = stream.normals(new Float32Array(1));
        const network = first.size;
        first.set(String(word), network);
        drawn.push(network);
        return out.fill(network === 1 ? 1e38 : 0.25);
      },
    };
    const traces = await realise({ ...engine, networksAtOnce: 3 }, mlp({ width: 16, depth: 3, batch: 4, init }), seed, 0, 3);
    expect(traces.map((trace) => trace.firstNonFinite)).toEqual([null, 0, null]);
    expect(traces.map((trace) => trace.std.length)).toEqual([3, 1, 3]);
    expect(drawn.length).toBe(3 + 2 + 2);
  });

  test('of one unit and one row has no std, as in PyTorch, and stops', async () => {
    const [trace] = await realise(engine, mlp({ width: 1, depth: 3, batch: 1, init: normal() }), seed, 0, 1);
    expect(trace.std).toEqual(Float64Array.of(Number.NaN));
    expect(trace.firstNonFinite).toBe(0);
  });
});
