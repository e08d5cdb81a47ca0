import { describe, expect, test } from 'vitest';
import { linear } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import { layersOf } from '../../../src/claim/layers.ts';
import { normal } from '../../../src/init/index.ts';
import type { Trace } from '../../../src/network/index.ts';

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
    const layers = layersOf(architecture, traces);
    expect(layers).toMatchObject({ median: [50, 100, 50], lo: [1, 2, 1], hi: [99, 198, 99] });
    expect(layers.single).toEqual([
      [0, 0, 100],
      [1, 2, 99],
      [2, 4, 98],
    ]);
    layers.theory.forEach((one) => expect(Number(one)).toBeCloseTo(1, 12));
  });

  test('leaves out the layers that one of the networks did not reach', () => {
    const layers = layersOf(architecture, [traceOf(1, 2, 3), traceOf(1, 2, Number.NaN), traceOf(5, 6, 7)]);
    expect(layers.median).toEqual([1, 2]);
    expect(layers.single.map((single) => single.length)).toEqual([2, 2, 2]);
    expect(layers.theory.length).toBe(2);
  });

  test('has no theory beside it where mean field does not hold: weights of mean 1', () => {
    const biased = mlp({ width: 4, depth: 3, batch: 2, activation: linear, init: normal({ mean: 1 }) });
    expect(layersOf(biased, [traceOf(1, 2, 3)]).theory).toEqual([]);
  });
});
