import { describe, expect, test } from 'vitest';
import { linear } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import { layersOf } from '../../../src/claim/layers.ts';
import { type Ribbon, ribbonOf } from '../../../src/claim/ribbon.ts';
import { normal, xavierUniform } from '../../../src/init/index.ts';
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

const asJudged = (traces: Trace[]): Ribbon => ({ traces, sampler: 'weights' });

describe('layersOf', () => {
  const architecture = mlp({ width: 4, depth: 3, batch: 2, activation: linear, init: normal({ std: 0.5 }) });

  test('gives median, 1st and 99th percentile of the std, three networks by themselves, and the theory', () => {
    const traces = Array.from({ length: 101 }, (_, i) => traceOf(i, 2 * i, 100 - i));
    const layers = layersOf(architecture, traces, asJudged(traces));
    expect(layers).toMatchObject({ median: [50, 100, 50], lo: [1, 2, 1], hi: [99, 198, 99] });
    expect(layers.single).toEqual([
      [0, 0, 100],
      [1, 2, 99],
      [2, 4, 98],
    ]);
    layers.theory.forEach((one) => expect(Number(one)).toBeCloseTo(1, 12));
  });

  test('leaves out the layers that one of the networks did not reach', () => {
    const traces = [traceOf(1, 2, 3), traceOf(1, 2, Number.NaN), traceOf(5, 6, 7)];
    const layers = layersOf(architecture, traces, asJudged(traces));
    expect(layers.median).toEqual([1, 2]);
    expect(layers.single.map((single) => single.length)).toEqual([2, 2, 2]);
    expect(layers.theory.length).toBe(2);
  });

  test('has no theory beside it where mean field does not hold: weights of mean 1', () => {
    const biased = mlp({ width: 4, depth: 3, batch: 2, activation: linear, init: normal({ mean: 1 }) });
    const traces = [traceOf(1, 2, 3)];
    expect(layersOf(biased, traces, asJudged(traces)).theory).toEqual([]);
  });
});

describe('the ribbon of a chart', () => {
  const seed = process.env['GAINSAY_SEED'] ?? '1';
  const gaussian = mlp({ width: 4, depth: 3, batch: 2, activation: linear, init: normal({ std: 0.5 }) });
  const uniform = mlp({ width: 4, depth: 3, batch: 2, activation: linear, init: xavierUniform() });
  const judged = (networks: number) => asJudged(Array.from({ length: networks }, () => traceOf(1, 2, 3)));

  test('is of fifty networks, sampled in law, where fewer judged the claim', async () => {
    const { traces, sampler } = await ribbonOf(gaussian, judged(49), seed);
    expect(sampler).toBe('law');
    expect(traces).toEqual(await realiseInLaw(gaussian, seed, 0, 50));
    expect((await ribbonOf(gaussian, judged(8), `${seed}, another`)).traces).not.toEqual(traces);
    const layers = layersOf(gaussian, judged(3).traces, { traces, sampler });
    expect(layers).toMatchObject({ median: [1, 2, 3], ribbon: { networks: 50, sampler: 'law' } });
    expect(Number(layers.hi[0])).toBeLessThan(3);
  });

  test('is of those that judged it where they are as many, or are not Gaussian', async () => {
    expect(await ribbonOf(gaussian, judged(50), seed)).toEqual(judged(50));
    expect(await ribbonOf(uniform, judged(8), seed)).toEqual(judged(8));
  });
});
