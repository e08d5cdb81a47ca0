import { beforeAll, describe, expect, test } from 'vitest';
import { tanh } from '../../../src/activation/index.ts';
import { type Architecture, mlp } from '../../../src/architecture/index.ts';
import { kaimingNormal, normal } from '../../../src/init/index.ts';
import { drawsFromStreams, type Engine, realise as realiseFrom, type Trace } from '../../../src/network/index.ts';
import { backwardOf, cotangentOf } from './backward-reference.ts';
import { chosenEngine, realise, seed } from './drawing.ts';
import { everyActivation } from './every-activation.ts';
import { finiteDifferences } from './finite-differences.ts';
import { forwardOf } from './reference.ts';
import { distance, farthest, statistics, type Values } from './values.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
});

/** How far a trace's gradients are from others, at the input and after every layer, in units of these others' bound. */
function gradientDistance({ gradient }: Trace, [atInput, ...layers]: readonly Values[], batch: number): number {
  if (!gradient) return Infinity;
  const after = layers.map((layer) => statistics(layer, batch));
  return Math.max(distance(gradient.input, statistics(atInput, batch)), farthest(gradient, after));
}

/** The same from back-propagation by plain loops. */
function fromLoops(trace: Trace, architecture: Architecture, realisation: number): number {
  const g = cotangentOf(architecture, seed, realisation);
  return gradientDistance(
    trace,
    backwardOf(forwardOf(architecture, seed, realisation), g, architecture.batch),
    architecture.batch,
  );
}

const init = kaimingNormal();
const bias = normal({ std: 0.5 });

describe.each(everyActivation)('with %s', (_, activation) => {
  test.each<[string, Architecture]>([
    ['equal widths', mlp({ width: 16, depth: 4, batch: 4, activation, init })],
    ['unequal widths and biases', mlp({ width: [7, 24, 3, 16, 5], batch: 4, activation, init, bias })],
    ['biases and a batch of 1', mlp({ width: [9, 12, 6], batch: 1, activation, init, bias })],
  ])('gradients are those of back-propagation by plain loops in float64: %s', async (__, architecture) => {
    const [trace] = await realise(engine, architecture, seed, 1, 2, 'gradient');
    expect(fromLoops(trace, architecture, 1)).toBeLessThanOrEqual(1);
  });

  // Differences go wrong where they step over a kink, once in a thousand seeds: theirs is one for which they do not.
  test.each([1, 4])('gradients are what the loss does when a number moves, layer by layer: a batch of %i', async (batch) => {
    const architecture = mlp({ width: [5, 7, 3, 4], batch, activation, init, bias });
    const [trace] = await realise(engine, architecture, 1, 0, 1, 'gradient');
    expect(gradientDistance(trace, finiteDifferences(architecture, 1, 0), batch)).toBeLessThanOrEqual(1);
  });
});

describe('gradients', () => {
  const architecture = mlp({ width: [12, 16, 8, 12], batch: 3, activation: tanh, init, bias });

  test('are others where the realisation is another: the same bound says so', async () => {
    const [trace] = await realise(engine, architecture, seed, 0, 1, 'gradient');
    expect(fromLoops(trace, architecture, 1)).toBeGreaterThan(1);
  });

  test.each([1, 3, 32])('are the same alone and among others, %i at once', async (networksAtOnce) => {
    const traces = await realise({ ...engine, networksAtOnce }, architecture, seed, 0, 7, 'gradient');
    const distances = traces.map((trace, realisation) => fromLoops(trace, architecture, realisation));
    expect(distances.length).toBe(7);
    expect(Math.max(...distances)).toBeLessThanOrEqual(1);
  });

  test.each([0, 1, 2])('of a network that stops after layer %i there are none, and its neighbours’ are right', async (last) => {
    const draws = (realisation: number) => {
      const own = drawsFromStreams(architecture, seed, realisation);
      const weight = (index: number, out: Float32Array) => {
        own.weight(index, out);
        if (realisation === 1 && index === last) out.fill(Infinity);
      };
      return { ...own, weight };
    };
    const probes = new Set(['gradient', 'jacobian'] as const);
    const traces = await realiseFrom({ ...engine, networksAtOnce: 3 }, architecture, draws, 0, 3, probes);
    expect(traces.map((trace) => trace.firstNonFinite)).toEqual([null, last, null]);
    const [before, stopped, after] = traces;
    expect(fromLoops(before, architecture, 0)).toBeLessThanOrEqual(1);
    expect(fromLoops(after, architecture, 2)).toBeLessThanOrEqual(1);
    expect(stopped.gradient?.std.length).toBe(0);
    expect(stopped.gradient?.rowSecondMoments.length).toBe(0);
    expect(stopped.gradient?.input).toEqual({
      mean: Number.NaN,
      std: Number.NaN,
      secondMoment: Number.NaN,
      rowSecondMoments: Float64Array.of(Number.NaN, Number.NaN, Number.NaN),
      covariance: Number.NaN,
      cosine: Number.NaN,
    });
    expect(traces.map(({ singularValues }) => singularValues?.length)).toEqual([12, 0, 12]);
  });

  test('are none where every network stops', async () => {
    const overflowing = mlp({ width: 8, depth: 4, batch: 2, init: normal({ std: 1e30 }) });
    const [trace] = await realise(engine, overflowing, seed, 0, 1, 'gradient', 'jacobian');
    expect(trace.firstNonFinite).toBe(1);
    expect(trace.gradient?.std.length).toBe(0);
    expect(trace.gradient?.input.std).toBeNaN();
    expect(trace.singularValues?.length).toBe(0);
  });
});
