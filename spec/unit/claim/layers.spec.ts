import { describe, expect, test } from 'vitest';
import { linear, tanh } from '../../../src/activation/index.ts';
import { mapLayers, mlp } from '../../../src/architecture/index.ts';
import { layersOf, medianStd } from '../../../src/claim/layers.ts';
import { inFiniteWidth } from '../../../src/claim/finite-width.ts';
import { normal, orthogonal, xavierUniform } from '../../../src/init/index.ts';
import { realiseInLaw, type Trace } from '../../../src/network/index.ts';

const traceOf = (...std: number[]): Trace => {
  const column = Float64Array.from(std);
  const stop = std.findIndex((value) => !Number.isFinite(value));
  const input = { mean: 0, std: 1, secondMoment: 1, rowSecondMoments: Float64Array.of(1, 1), covariance: 0, cosine: 0 };
  return {
    input,
    mean: column,
    std: column,
    secondMoment: column,
    rowSecondMoments: std.map((one) => Float64Array.of(one, one)),
    covariance: column,
    cosine: column,
    firstNonFinite: stop < 0 ? null : stop,
  };
};

describe('layersOf', () => {
  const architecture = mlp({ width: 4, depth: 3, batch: 2, activation: linear, init: normal({ std: 0.5 }) });

  test('gives median, 1st and 99th percentile of the std, three networks by themselves, and the theory', () => {
    const traces = Array.from({ length: 101 }, (_, i) => traceOf(i, 2 * i, 100 - i));
    const layers = layersOf('std', architecture, traces, null);
    expect(layers).toMatchObject({
      of: 'std',
      median: [50, 100, 50],
      lo: [1, 2, 1],
      hi: [99, 198, 99],
      networks: 101,
      finite: null,
    });
    expect(layers.single).toEqual([
      [0, 0, 100],
      [1, 2, 99],
      [2, 4, 98],
    ]);
    layers.theory.forEach((one) => expect(Number(one)).toBeCloseTo(1, 12));
  });

  test('has the range of networks in law beside it, and how many they are', () => {
    const inLaw = Array.from({ length: 101 }, (_, i) => traceOf(i, i, i));
    const { median, finite } = layersOf('std', architecture, [traceOf(1, 2, 3)], inLaw);
    expect(median).toEqual([1, 2, 3]);
    expect(finite).toEqual({ lo: [1, 1, 1], hi: [99, 99, 99], networks: 101 });
  });

  test('leaves out the layers that one of the networks did not reach', () => {
    const traces = [traceOf(1, 2, 3), traceOf(1, 2, Number.NaN), traceOf(5, 6, 7)];
    const layers = layersOf('std', architecture, traces, [traceOf(1, 2, 3)]);
    expect(layers.median).toEqual([1, 2]);
    expect(layers.single.map((single) => single.length)).toEqual([2, 2, 2]);
    expect(layers.finite?.lo).toHaveLength(2);
    expect(layers.theory.length).toBe(2);
    expect(medianStd(traces)).toEqual([1, 2]);
  });

  test('has no theory beside it where mean field does not hold: weights of mean 1', () => {
    const biased = mlp({ width: 4, depth: 3, batch: 2, activation: linear, init: normal({ mean: 1 }) });
    expect(layersOf('std', biased, [traceOf(1, 2, 3)], null).theory).toEqual([]);
  });

  test('shows the gradient at each layer, which a network that stopped does not have', () => {
    const wide = mlp({ width: 64, depth: 6, batch: 4, activation: tanh, init: xavierUniform({ gain: 5 / 3 }) });
    const std = Float64Array.of(6, 5, 4, 3, 2, 1);
    const one = traceOf(1, 1, 1, 1, 1, 1);
    const seen = { ...one, gradient: { ...one, std } };
    expect(layersOf('gradient std', wide, [seen], null)).toMatchObject({
      of: 'gradient std',
      median: [...std],
      single: [[...std]],
    });
    expect(
      layersOf('gradient std', wide, [seen, { ...seen, gradient: { ...one, std: new Float64Array() } }], null).median,
    ).toEqual([]);
  });
});

describe('Networks of finite width in law', () => {
  const seed = process.env['GAINSAY_SEED'] ?? '1';
  const size = { width: 4, depth: 3, batch: 2, activation: linear };
  const gaussian = mlp({ ...size, init: normal({ std: 0.5 }) });

  test('are fifty, and others for another seed', async () => {
    const traces = await inFiniteWidth(gaussian, seed, false);
    expect(traces).toEqual(await realiseInLaw(gaussian, seed, 0, 50));
    expect(await inFiniteWidth(gaussian, `${seed}, another`, false)).not.toEqual(traces);
  });

  test('have Gaussian weights of the same variance where the weights are uniform', async () => {
    const uniform = mlp({ ...size, init: xavierUniform({ gain: 2 }) });
    const std = 2 / Math.sqrt(4);
    expect(await inFiniteWidth(uniform, seed, false)).toEqual(
      await realiseInLaw(mlp({ ...size, init: normal({ std }) }), seed, 0, 50),
    );
  });

  test('show their gradients where they are asked for', async () => {
    expect((await inFiniteWidth(gaussian, seed, false))?.[0].gradient).toBeUndefined();
    expect((await inFiniteWidth(gaussian, seed, true))?.[0].gradient?.std).toHaveLength(3);
  });

  test('are not to be had of weights that are shared, have a mean, or hang together', async () => {
    const shared = mapLayers(gaussian, (layer) => ({ ...layer, stream: 0 }));
    const others = [shared, mlp({ ...size, init: normal({ mean: 1 }) }), mlp({ ...size, init: orthogonal() })];
    for (const other of others) expect(await inFiniteWidth(other, seed, false)).toBeNull();
  });
});
