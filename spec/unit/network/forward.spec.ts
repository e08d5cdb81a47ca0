import { beforeAll, describe, expect, test } from 'vitest';
import { type Architecture, mlp } from '../../../src/architecture/index.ts';
import { kaimingNormal, normal, xavierUniform } from '../../../src/init/index.ts';
import type { Engine, Trace } from '../../../src/network/index.ts';
import { chosenEngine, realise, seed } from './drawing.ts';
import { everyActivation } from './every-activation.ts';
import { forwardDistance, forwardOf } from './reference.ts';
import { farthest, statistics } from './values.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
});

/** How far what the probes showed is from the reference, in units of its bound. */
function probeDistances({ preActivation, derivative }: Trace, architecture: Architecture, realisation: number) {
  const { layers } = forwardOf(architecture, seed, realisation);
  const expected = (what: 'z' | 'derivative') => layers.map((layer) => statistics(layer[what], architecture.batch));
  return { preActivation: farthest(preActivation, expected('z')), derivative: farthest(derivative, expected('derivative')) };
}

describe.each(everyActivation)('with %s', (_, activation) => {
  const init = kaimingNormal();
  const bias = normal({ mean: 0.2, std: 0.5 });

  test.each<[string, Architecture]>([
    ['without biases', mlp({ width: [7, 24, 3, 16, 5], batch: 6, activation, init })],
    ['with biases', mlp({ width: [7, 24, 3, 16, 5], batch: 6, activation, init, bias })],
    [
      'of an exact input',
      mlp({ width: [9, 16, 16], batch: 3, input: { secondMoment: [1, 2, 0.3], cosine: 0.6 }, activation, init }),
    ],
    ['with biases, of a batch of 1', mlp({ width: 12, depth: 3, batch: 1, activation, init, bias })],
  ])('a network %s shows the activations, pre-activations and slopes of plain loops in float64', async (__, architecture) => {
    const [trace] = await realise(engine, architecture, seed, 2, 3, 'preActivation', 'derivative');
    expect(trace.firstNonFinite).toBeNull();
    expect(forwardDistance(trace, architecture, seed, 2)).toBeLessThanOrEqual(1);
    const { preActivation, derivative } = probeDistances(trace, architecture, 2);
    expect(preActivation).toBeLessThanOrEqual(1);
    expect(derivative).toBeLessThanOrEqual(1);
  });
});

describe('biases', () => {
  const without = mlp({ width: 16, depth: 3, batch: 4, init: xavierUniform() });
  const biased = mlp({ width: 16, depth: 3, batch: 4, init: xavierUniform(), bias: normal({ std: 0.01 }) });

  test('of a hundredth are seen: the bound tells a network with them from one without', async () => {
    const [trace] = await realise(engine, biased, seed, 0, 1);
    expect(forwardDistance(trace, biased, seed, 0)).toBeLessThanOrEqual(1);
    expect(forwardDistance(trace, without, seed, 0)).toBeGreaterThan(1);
  });

  test('come from streams of their own: the weights are those of the network without', async () => {
    const zero = mlp({ width: 16, depth: 3, batch: 4, init: xavierUniform(), bias: normal({ std: 0 }) });
    expect(await realise(engine, zero, seed, 0, 2)).toEqual(await realise(engine, without, seed, 0, 2));
  });
});

test('what was not asked for is not there', async () => {
  const architecture = mlp({ width: 4, depth: 2, batch: 2, init: normal() });
  const [plain] = await realise(engine, architecture, seed, 0, 1);
  for (const probe of ['preActivation', 'derivative', 'gradient', 'singularValues']) expect(plain).not.toHaveProperty(probe);
  const [probed] = await realise(engine, architecture, seed, 0, 1, 'derivative');
  expect(probed).toHaveProperty('derivative');
  for (const probe of ['preActivation', 'gradient', 'singularValues']) expect(probed).not.toHaveProperty(probe);
});
