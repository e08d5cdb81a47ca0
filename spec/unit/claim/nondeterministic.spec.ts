import { describe, expect, test } from 'vitest';
import { tanh } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import {
  type DrawnNetworks,
  Ensembles,
  judge,
  judgeClaim,
  judgeInitializer,
  keepsStd,
  mean,
  Nondeterministic,
  type Population,
} from '../../../src/claim/index.ts';
import { difference } from '../../../src/claim/difference.ts';
import { uniformLaw, xavierNormal } from '../../../src/init/index.ts';
import { type BackendChoice, drawsFromStreams, loadEngine } from '../../../src/network/index.ts';
import { spread, value, withoutEngine } from './populations.ts';
import { low, sound } from './sound.ts';

const backend = (process.env['GAINSAY_BACKEND'] ?? 'auto') as BackendChoice;

/** A population of numbers near 1, whose draws go on from one call to the next. */
function goingOn(): Population<number> {
  let calls = 0;
  const still = spread(1, 0.01);
  return { name: 'a counter', draw: async (...given) => (await still.draw(...given)).map((x) => x + 1e-9 * calls++) };
}

describe('a subject that one seed draws twice and differently', () => {
  test('has no verdict, whatever its sample would say', async () => {
    const error: unknown = await judge(goingOn(), mean(value).within(0.5, 1.5)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Nondeterministic);
    expect(String(error)).toMatch(
      /^Nondeterministic: nondeterministic: a counter drawn twice from seed 1 shows two things: its value is [\d.]+ at first, and then [\d.]+; no verdict on/,
    );
  });

  test('is no claim’s either', async () => {
    const context = { ensembles: withoutEngine(), rerun: String };
    await expect(judgeClaim({ ...sound, of: goingOn() }, context)).rejects.toBeInstanceOf(Nondeterministic);
  });

  test('may be networks: the place at which they differ is named', async () => {
    const architecture = mlp({ width: 8, depth: 3, batch: 4, activation: tanh, init: xavierNormal() });
    let calls = 0;
    const counted: DrawnNetworks = {
      name: 'networks by a counter',
      architecture,
      draws: (seed) => drawsFromStreams(architecture, seed, calls++),
    };
    await expect(judge(counted, keepsStd(), { backend })).rejects.toThrow(
      /^nondeterministic: networks by a counter drawn twice from seed 1 shows two things: (input\.)?\w+(\[0\])? is -?[\d.]+ at first/,
    );
  });

  test('may be an initializer', async () => {
    let next = 0;
    const counting = ([rows, columns]: number[]) => Array.from({ length: rows * columns }, () => (next++ % 1e6) / 1e6);
    await expect(judgeInitializer(counting, uniformLaw(0, 1))).rejects.toThrow(
      /^nondeterministic: counting\(\), 256x256 drawn twice/,
    );
  });
});

describe('a subject that one seed draws twice alike', () => {
  test('is drawn once more, once for all who ask, and not counted', async () => {
    const engine = await loadEngine(backend);
    const network = mlp({ width: 8, depth: 3, batch: 4, activation: tanh, init: xavierNormal() });
    const ensembles = new Ensembles(1, () => Promise.resolve(engine));
    await ensembles.of(network).first(8);
    await ensembles.of(network).confirm();
    await ensembles.of(network).confirm();
    expect(ensembles.networks).toBe(8);
  });

  test('draws it together with those that were computed with it: its last digits may depend on them', async () => {
    const draws: [number, number][] = [];
    const still = spread(1, 0.01);
    const inFours: Population<number> = {
      name: 'in fours',
      draw: (seed, from, to) => (draws.push([from, to]), still.draw(seed, from, to)),
      atOnce: () => Promise.resolve(4),
    };
    const ensemble = withoutEngine().of(inFours);
    await ensemble.confirm();
    expect(draws).toEqual([]);
    await ensemble.first(8);
    await ensemble.first(16);
    await Promise.all([ensemble.confirm(), ensemble.confirm()]);
    expect(draws).toEqual([
      [0, 8],
      [8, 16],
      [0, 4],
    ]);
  });

  test('is judged as ever', async () => {
    expect((await judge(spread(1, 0.01), mean(value).within(0.5, 1.5))).verdict).toBe('supported');
    expect((await judgeClaim({ ...sound, controls: [low, low] }, { ensembles: withoutEngine(), rerun: String })).verdict).toBe(
      'supported',
    );
  });
});

describe('the first difference between two traces', () => {
  const one = { std: Float64Array.of(1, 2, Number.NaN), input: { mean: 0, rows: [Float64Array.of(3)] }, firstNonFinite: null };

  test('is none where all numbers are the same, NaN and the functions that come with them too', () => {
    expect(difference(one, structuredClone(one))).toBeUndefined();
    expect(difference({ cdf: () => 1 }, { cdf: () => 2 })).toBeUndefined();
  });

  test.each([
    [{ ...one, std: Float64Array.of(1, 2.5, Number.NaN) }, 'std[1]', 2, 2.5],
    [{ ...one, std: Float64Array.of(1) }, 'std[1]', 2, undefined],
    [{ ...one, input: { mean: -0, rows: one.input.rows } }, 'input.mean', 0, -0],
    [{ ...one, input: { mean: 0, rows: [Float64Array.of(4)] } }, 'input.rows[0][0]', 3, 4],
    [{ ...one, firstNonFinite: 1 }, 'firstNonFinite', null, 1],
    [{ ...one, more: 1 }, 'more', undefined, 1],
  ])('is named by its place, as in %o', (other, at, before, after) => {
    expect(difference(one, other)).toEqual({ at, one: before, other: after });
  });
});
