import { describe, expect, test } from 'vitest';
import { linear, tanh } from '../../../src/activation/index.ts';
import { type Architecture, type ExactInput, mlp } from '../../../src/architecture/index.ts';
import { type DrawnNetworks, Ensembles } from '../../../src/claim/index.ts';
import { normal, xavierNormal, xavierUniform } from '../../../src/init/index.ts';
import { type BackendChoice, drawsFromStreams, loadEngine, type Probe, realiseInLaw } from '../../../src/network/index.ts';
import { withoutEngine } from './populations.ts';

const seed = process.env['GAINSAY_SEED'] ?? '1';

const network: Architecture = mlp({ width: 6, depth: 2, batch: 2, activation: tanh, init: xavierNormal() });

describe('an architecture as a population', () => {
  const named = (architecture: Architecture) => withoutEngine().of(architecture).name;
  const bias = normal({ std: 0.25 });

  test('is named in one line: layers, activation, initializer, batch', () => {
    expect(named(network)).toBe('2 layers × 6 units, tanh, xavierNormal(gain 1), batch 2');
  });

  test('names its biases, where it has some', () => {
    expect(named(mlp({ width: 6, depth: 2, batch: 2, init: xavierNormal(), bias }))).toBe(
      `2 layers × 6 units, linear, xavierNormal(gain 1), bias ${bias.name}, batch 2`,
    );
  });

  test.each<[ExactInput, string]>([
    [{ secondMoment: 1.7, cosine: 0.3 }, 'batch 2 of q 1.7 and cosine 0.3'],
    [{ secondMoment: [0.5, 2], cosine: 1 }, 'batch 2 of q 0.5 and 2 and cosine 1'],
    [{ secondMoment: 1 / 3, cosine: 0 }, 'batch 2 of q 0.3333 and cosine 0'],
  ])('names the rows of an exact input, to four digits: %o', (input, words) => {
    const name = named(mlp({ width: 6, depth: 2, batch: 2, activation: linear, input, init: xavierNormal() }));
    expect(name).toBe(`2 layers × 6 units, linear, xavierNormal(gain 1), ${words}`);
  });
});

describe('networks drawn in a way of their own', () => {
  /** The network's own realisations, ten further on. */
  const further: DrawnNetworks = {
    name: 'ten further on',
    architecture: network,
    draws: (from, realisation) => drawsFromStreams(network, from, realisation + 10),
  };
  /** One network at a time: then nothing that it is run with can change its last digits. */
  const oneByOne = async () => ({
    ...(await loadEngine((process.env['GAINSAY_BACKEND'] ?? 'auto') as BackendChoice)),
    networksAtOnce: 1,
  });

  test('have their own name, get seed and index, count as networks, and show what they are asked for', async () => {
    const ensembles = new Ensembles(seed, oneByOne);
    const probes = ['gradient'] as const;
    ensembles.expect(further, probes);
    ensembles.expect(network, probes);
    expect(ensembles.of(further).name).toBe('ten further on');
    const traces = await ensembles.of(further).first(2);
    expect(ensembles.networks).toBe(2);
    expect(traces.map((trace) => trace.gradient?.std.length)).toEqual([2, 2]);
    expect(traces).toEqual((await ensembles.of(network).first(12)).slice(10));
  });
});

describe('sampled in law', () => {
  const inLaw = () => new Ensembles(seed, () => Promise.reject(new Error('no engine is needed')), 'law');

  test('Gaussian networks show what realiseInLaw draws, count as networks, and need no engine', async () => {
    const ensembles = inLaw();
    ensembles.expect(network, ['gradient']);
    const traces = await ensembles.of(network).first(3);
    expect(traces).toEqual(await realiseInLaw(network, seed, 0, 3, new Set(['gradient'])));
    expect(traces[0].gradient?.std).toHaveLength(2);
    expect(ensembles.networks).toBe(3);
  });

  test.each<[string, Architecture, Probe[]]>([
    ['uniform weights', mlp({ width: 6, depth: 2, init: xavierUniform() }), []],
    ['the Jacobian', network, ['jacobian']],
  ])('%s are drawn with weights all the same', async (_, architecture, probes) => {
    const ensembles = inLaw();
    ensembles.expect(architecture, probes);
    await expect(ensembles.of(architecture).first(1)).rejects.toThrow('no engine is needed');
  });
});
