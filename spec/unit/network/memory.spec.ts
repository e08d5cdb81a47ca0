import { beforeAll, describe, expect, test } from 'vitest';
import { activationNamed, activationNames, gelu, linear } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import { type Initializer, normal } from '../../../src/init/index.ts';
import { drawsFromStreams, type Engine, type Probe, realise as realiseFrom } from '../../../src/network/index.ts';
import { chosenEngine, realise, seed } from './drawing.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
});

const probes: Probe[][] = [
  [],
  ['preActivation'],
  ['derivative'],
  ['gradient'],
  ['jacobian'],
  ['preActivation', 'derivative', 'gradient', 'jacobian'],
];
const bias = normal({ std: 0.1 });

describe.each(probes.map((each) => [each.join(', ') || 'nothing', each] as const))('showing %s', (_, asked) => {
  /** Runs, and says how many tensors and bytes are there that were not there before. */
  async function left(run: () => Promise<unknown>) {
    const before = engine.tf.memory();
    await run();
    const { numTensors, numBytes } = engine.tf.memory();
    return [numTensors - before.numTensors, numBytes - before.numBytes];
  }

  test('holds as many tensors after as before, whether networks end or stop', async () => {
    for (const activation of [linear, gelu]) {
      const ending = mlp({ width: [6, 16, 8], batch: 4, activation, init: normal(), bias });
      expect(await left(() => realise({ ...engine, networksAtOnce: 3 }, ending, seed, 0, 5, ...asked))).toEqual([0, 0]);
      const stopping = mlp({ width: 16, depth: 9, batch: 4, activation, init: normal({ std: 1e20 }) });
      expect(await left(() => realise({ ...engine, networksAtOnce: 3 }, stopping, seed, 0, 5, ...asked))).toEqual([0, 0]);
    }
  });

  test.each([0, 2, 3])('holds as many after an initializer has failed in layer %i, at a weight or at a bias', async (layer) => {
    let calls = 0;
    const failing: Initializer = {
      ...normal(),
      draw: (shape, source, out) => {
        if (calls++ === layer) throw new Error('no weights today');
        return normal().draw(shape, source, out);
      },
    };
    const run = (options: { init: Initializer; bias: Initializer }) => async () => {
      calls = 0;
      const architecture = mlp({ width: 5, depth: 4, batch: 2, ...options });
      await expect(realise({ ...engine, networksAtOnce: 1 }, architecture, seed, 0, 1, ...asked)).rejects.toThrow(
        'no weights today',
      );
    };
    expect(await left(run({ init: failing, bias }))).toEqual([0, 0]);
    expect(await left(run({ init: normal(), bias: failing }))).toEqual([0, 0]);
  });

  test('holds as many after the way back has failed before its first step', async () => {
    const architecture = mlp({ width: 5, depth: 3, batch: 2, init: normal() });
    const failing = (realisation: number) => ({
      ...drawsFromStreams(architecture, seed, realisation),
      cotangent: () => {
        throw new Error('no gradient today');
      },
    });
    const outcome = () =>
      realiseFrom(engine, architecture, failing, 0, 1, new Set(asked)).catch((error: unknown) => String(error));
    expect(await left(outcome)).toEqual([0, 0]);
    expect((await outcome()) === 'Error: no gradient today').toBe(asked.includes('gradient'));
  });

  test.each(activationNames)('changes no bit of what the activations are: %s', async (name) => {
    const architecture = mlp({
      width: [9, 12, 7],
      batch: 3,
      activation: activationNamed(name),
      init: normal({ std: 0.3 }),
      bias,
    });
    const three = { ...engine, networksAtOnce: 3 };
    const plain = await realise(three, architecture, seed, 0, 3);
    const traces = await realise(three, architecture, seed, 0, 3, ...asked);
    expect(traces.length).toBe(3);
    traces.forEach((trace, i) => {
      expect(trace).toMatchObject(plain[i]);
    });
  });
});
