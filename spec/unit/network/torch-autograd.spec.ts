import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Activation,
  activationNamed,
  activationNames,
  type ActivationOptions,
  elu,
  geluTanh,
  leakyRelu,
  tanh,
} from '../../../src/activation/index.ts';
import { type Architecture, mapLayers, mlp } from '../../../src/architecture/index.ts';
import { normal } from '../../../src/init/index.ts';
import { type Draws, type Engine, realise, type Signal, type Trace } from '../../../src/network/index.ts';
import { fixture } from '../../fixture.ts';
import { backwardOf, jacobianOf } from './backward-reference.ts';
import { chosenEngine } from './drawing.ts';
import { pass, type Passed } from './reference.ts';
import { distance, exact, type Expected, farthest, inBounds, statistics, U, type Values } from './values.ts';

/** The numbers of a network as PyTorch has them: signals (batch, n), weights (fanOut, fanIn), all rows first. */
interface Drawn {
  widths: number[];
  input: number[][];
  weights: number[][][];
  biases: number[][] | null;
  g: number[][];
}

/** A signal's statistics by PyTorch. */
type Stored = Omit<Signal, 'rowSecondMoments'> & { rowSecondMoments: number[] };

/** What PyTorch made of them, in float64; `gradients` are those at the input, then at each layer's output. */
interface Network extends ActivationOptions {
  activation: string;
  draws: number;
  activations: Stored[];
  gradients: Stored[];
  singularValues: number[];
}

const { draws: drawn, networks } = fixture<{ draws: Drawn[]; networks: Network[] }>('backward/backward.json');

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
});

const named = ({ activation, slope, alpha, draws }: Network) =>
  [activation, slope ?? alpha, drawn[draws].widths.join('-')].filter((part) => part !== undefined).join(' ');

const everyNetwork = networks.map((network): [string, Network] => [named(network), network]);

function architectureOf({ activation, slope, alpha, draws }: Network): Architecture {
  const { widths, input, biases } = drawn[draws];
  // Every number is given: the initializers say only that there are biases.
  const init = normal();
  const architecture = { width: widths, batch: input.length, activation: activationNamed(activation, { slope, alpha }), init };
  return mlp(biases ? { ...architecture, bias: init } : architecture);
}

/** PyTorch's rows as the network stores them, unit by unit. */
const unitByUnit = (rows: number[][]): number[] => rows[0].flatMap((_, unit) => rows.map((row) => row[unit]));

const given = ({ input, weights, biases, g }: Drawn): Draws => ({
  input: (out) => {
    out.set(unitByUnit(input));
  },
  weight: (index, out) => {
    out.set(weights[index].flat());
  },
  bias: (index, out) => {
    out.set(biases?.[index] ?? []);
  },
  cotangent: (out) => {
    out.set(unitByUnit(g));
  },
});

async function run(architecture: Architecture, draws: Drawn): Promise<Trace> {
  const probes = new Set(['gradient', 'jacobian'] as const);
  const [trace] = await realise(engine, architecture, () => given(draws), 0, 1, probes);
  return trace;
}

/** The network by plain loops in float64, with their bounds on what float32 does. */
function byLoops(network: Network) {
  const { batch, layers } = architectureOf(network);
  const { input, weights, biases, g } = drawn[network.draws];
  const passed: Passed[] = [];
  for (const [index, layer] of layers.entries()) {
    const bias = Float32Array.from(biases?.[index] ?? new Float32Array(layer.fanOut));
    const x = passed.at(-1)?.h ?? exact(unitByUnit(input));
    passed.push(pass(layer, Float32Array.from(weights[index].flat()), bias, x, batch));
  }
  return {
    activations: passed.map(({ h }) => h),
    gradients: backwardOf({ layers: passed }, exact(unitByUnit(g)), batch),
    jacobian: jacobianOf({ input: exact(unitByUnit(input)), layers: passed }, batch),
  };
}

const norm = (x: Iterable<number>) => Math.hypot(...x);

/** PyTorch's statistics; those of a float32 computation are within what the entries' errors do to the statistics. */
const expected = (torch: readonly Stored[], values: readonly Values[], batch: number): Expected[] =>
  torch.map((signal, i) => ({
    signal: { ...signal, rowSecondMoments: Float64Array.from(signal.rowSecondMoments) },
    within: statistics(values[i], batch).within,
  }));

/** The parts of a trace that are beyond the bounds on their distance from PyTorch's numbers. */
function beyond(trace: Trace, network: Network): string[] {
  const { gradient, singularValues = new Float64Array() } = trace;
  const { batch, layers } = architectureOf(network);
  const { activations, gradients, jacobian } = byLoops(network);
  const [atInput, ...after] = expected(network.gradients, gradients, batch);
  // By Weyl's theorem no singular value moves by more than ‖E‖₂ ≤ ‖E‖_F, E what J is wrong by. Both decompositions are of float64.
  const bound = norm(jacobian.error) + 2 * jacobian.x.length * Number.EPSILON * norm(jacobian.x);
  const few = Math.min(layers[0].fanIn, layers[layers.length - 1].fanOut);
  const complete = singularValues.length === few && network.singularValues.length === few;
  const distances = {
    activations: farthest(trace, expected(network.activations, activations, batch)),
    gradients: gradient ? Math.max(distance(gradient.input, atInput), farthest(gradient, after)) : Infinity,
    singularValues: complete
      ? Math.max(...network.singularValues.map((s, i) => inBounds(singularValues[i], s, bound)))
      : Infinity,
  };
  return Object.entries(distances).flatMap(([part, far]) => (far <= 1 ? [] : [part]));
}

test('PyTorch was asked for every activation, in both networks', () => {
  for (const draws of drawn.keys()) {
    const asked = networks.filter((network) => network.draws === draws).map(({ activation }) => activation);
    expect(asked.toSorted()).toEqual(activationNames.toSorted());
  }
});

describe.each(everyNetwork)('%s', (_, network) => {
  test('has the activations, gradients and singular values of PyTorch’s autograd', async () => {
    expect(beyond(await run(architectureOf(network), drawn[network.draws]), network)).toEqual([]);
  });

  // Bounds are as good as the loops they come from. Two float64 computations are each wrong by 2⁻⁵³ where float32 is by 2⁻²⁴.
  test('has them by the plain loops too, to float64', () => {
    const inFloat64 = ({ x, error }: Values): Values => ({ x, error: error.map((e) => (e * Number.EPSILON) / U) });
    const { batch } = architectureOf(network);
    const { activations, gradients, jacobian } = byLoops(network);
    for (const part of ['activations', 'gradients'] as const) {
      const values = { activations, gradients }[part].map(inFloat64);
      const torch = expected(network[part], values, batch);
      expect(torch.length).toBe(values.length);
      torch.forEach((each, i) => {
        expect(distance(statistics(values[i], batch).signal, each)).toBeLessThanOrEqual(1);
      });
    }
    const { x, error } = inFloat64(jacobian);
    const bound = norm(error) + 2 * x.length * Number.EPSILON * norm(x);
    expect(Math.abs(norm(x) - norm(network.singularValues))).toBeLessThanOrEqual(bound);
  });
});

describe('the same bounds refuse', () => {
  const found = (activation: string) => {
    const network = networks.find((each) => each.activation === activation && each.draws === 0);
    if (!network) throw new RangeError(`the fixture has no ${activation}`);
    return network;
  };

  test.each<[string, string, Activation]>([
    ['the approximation of gelu by tanh', 'gelu', geluTanh],
    ['tanh for erf', 'erf', tanh],
    ['elu of alpha 1 for 1.5', 'elu', elu()],
    ['leaky_relu of slope 0.01 for 0.2', 'leaky_relu', leakyRelu()],
  ])('%s', async (_, name, activation) => {
    const network = found(name);
    const other = mapLayers(architectureOf(network), (layer) => ({ ...layer, activation }));
    const trace = await run(other, drawn[network.draws]);
    expect(beyond(trace, network)).toEqual(['activations', 'gradients', 'singularValues']);
  });

  test.each<[string, string[], (draws: Drawn) => Partial<Drawn>]>([
    ['the gradient of a loss of the other sign', ['gradients'], ({ g }) => ({ g: g.map((row) => row.map((x) => -x)) })],
    ['the gradients of rows that have changed places', ['gradients'], ({ g }) => ({ g: g.toReversed() })],
    [
      'the Jacobian at another row',
      ['activations', 'gradients', 'singularValues'],
      ({ input }) => ({ input: input.toReversed() }),
    ],
    [
      'one weight of 28 that is wrong by one part in a hundred',
      ['activations', 'gradients', 'singularValues'],
      ({ weights: [first, second, third] }) => ({
        weights: [first, second.with(0, second[0].with(0, second[0][0] * 1.01)), third],
      }),
    ],
  ])('%s', async (_, parts, change) => {
    const network = found('tanh');
    const draws = drawn[network.draws];
    expect(beyond(await run(architectureOf(network), { ...draws, ...change(draws) }), network)).toEqual(parts);
  });
});
