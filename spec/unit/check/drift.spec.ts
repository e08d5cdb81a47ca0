import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradientDrift, signalDrift } from '../../../src/check/drift.ts';
import { depthsOf, pointsOf } from '../../../src/check/points.ts';
import { growing, traceOf } from './traces.ts';

describe('the drift of a signal', () => {
  test('is the rate at which its std grows a layer, from the input to the last layer before the output', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.integer({ min: 2, max: 40 }), (rate, depth) => {
        const drift = signalDrift.read(traceOf({ std: growing(rate, depth) }));
        // ln and exp are each within an ulp of the std's logarithm, 2·40 at most.
        return Math.abs(drift - rate) <= 16 * Number.EPSILON * 80;
      }),
      { seed: 1 },
    );
  });

  test('does not look at the output, whose size is the task’s', () => {
    expect(signalDrift.read(traceOf({ std: [1, 1, 1e9] }))).toBe(0);
  });

  test('is by least squares: of 1, 1, 10 at depths 0, 1, 2 half of ln 10', () => {
    expect(signalDrift.read(traceOf({ std: [1, 10, 5] }))).toBeCloseTo(Math.LN10 / 2, 14);
  });

  test('of a gradient is counted towards the input', () => {
    const gradientStd = growing(0.5, 6);
    const trace = traceOf({ std: gradientStd.map(() => 1), gradientStd, inputGradientStd: 1 });
    expect(gradientDrift.read(trace)).toBeCloseTo(-0.5, 14);
    expect(gradientDrift.needs).toEqual(['gradient']);
  });

  test('of a signal that died is −∞, and of one that overflowed what it was until then', () => {
    expect(signalDrift.read(traceOf({ std: [1, 0, 0, 0] }))).toBe(-Infinity);
    const overflowed = traceOf({ std: [10, 100, Infinity], layers: 9, firstNonFinite: 2 });
    expect(signalDrift.read(overflowed)).toBeCloseTo(Math.LN10, 14);
    expect(gradientDrift.read(overflowed)).toBeNaN();
  });

  test('needs two points: NaN of a model with no layer between input and output', () => {
    expect(signalDrift.read(traceOf({ std: [1] }))).toBeNaN();
  });
});

describe('the points where a signal is judged', () => {
  test('are its input at depth 0, and the layers in which it leaves a depth', () => {
    const points = pointsOf(traceOf({ std: [2, 3, 4], gradientStd: [5, 6, 7], inputGradientStd: 8 }));
    expect(points).toEqual([
      { depth: 0, layer: null, std: 1, gradientStd: 8 },
      { depth: 1, layer: 0, std: 2, gradientStd: 5 },
      { depth: 2, layer: 1, std: 3, gradientStd: 6 },
    ]);
  });

  test('begin behind an input of indices, which has no size', () => {
    const trace = traceOf({ std: [2, 3, 4], inputStd: Number.NaN });
    expect(pointsOf(trace).map(({ depth }) => depth)).toEqual([1, 2]);
    expect(depthsOf(trace)).toEqual([1, 2]);
  });

  test('are those that the realisation reached; depths are counted all', () => {
    const stopped = traceOf({ std: [1, Infinity], layers: 5, firstNonFinite: 1 });
    expect(pointsOf(stopped).map(({ depth }) => depth)).toEqual([0, 1, 2]);
    expect(depthsOf(stopped)).toEqual([0, 1, 2, 3, 4]);
  });
});
