import { describe, expect, test } from 'vitest';
import {
  explodes,
  growsBy,
  keepsGradient,
  keepsStd,
  needsOf,
  settlesNear,
  type Statement,
  std,
  vanishes,
} from '../../../src/claim/index.ts';
import type { Trace } from '../../../src/network/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { layer, modelTraceOf, traceOf } from './words-traces.ts';

/** What a statement reads off one realisation. */
const seen = (statement: Statement<Trace>, trace: Trace): number => statement.read(trace)[0];

const steady = traceOf({ std: [1, 2, 0.5, 4, 1], gradient: [8, 4, 2, 1, 2] });
/** One of ours that overflows at layer 3: its last entry. */
const overflown = traceOf({ std: [1, 10, 100, Number.NaN], firstNonFinite: 3 });

describe('keepsStd', () => {
  test('reads the largest factor between the std and what it should be, up or down', () => {
    expect(seen(keepsStd(), steady)).toBeCloseTo(4, 14);
    expect(seen(keepsStd({ near: 4 }), steady)).toBeCloseTo(8, 14);
    expect(seen(keepsStd({ layers: [0, 2] }), steady)).toBeCloseTo(2, 14);
  });

  test('is one band from 1 to the factor, judged by the median', () => {
    expect(keepsStd()).toMatchObject({ kind: 'quantile', band: { lo: 1, hi: 10 }, needs: [] });
    expect(keepsStd({ within: 2 }).band).toEqual({ lo: 1, hi: 2 });
    expect(keepsStd().value.en).toBe('the median of the largest factor between the std and 1 over all layers');
  });

  test('is infinitely far off where a network dies or stops, and as far as it was seen where it stops later', () => {
    expect(seen(keepsStd(), traceOf({ std: [1, 0, 0] }))).toBe(Infinity);
    expect(seen(keepsStd(), overflown)).toBe(Infinity);
    expect(seen(keepsStd({ layers: [0, 4] }), overflown)).toBe(Infinity);
    expect(seen(keepsStd({ layers: [0, 2] }), overflown)).toBeCloseTo(100, 12);
  });

  test('says at which layer', () => {
    expect(keepsStd().layerOf?.(steady)).toBe(3);
    expect(keepsStd({ layers: [0, 2] }).layerOf?.(steady)).toBe(1);
    expect(keepsStd().layerOf?.(overflown)).toBe(3);
  });

  test('refuses a std, a factor and layers that are none', () => {
    expect(() => keepsStd({ near: 0 })).toThrow(new ParameterError('near', 'a finite number > 0', 0));
    expect(() => keepsStd({ within: 1 })).toThrow(new ParameterError('within', 'a finite factor > 1', 1));
    expect(() => seen(keepsStd({ layers: [0, 5] }), steady)).toThrow('layers must be among 0 … 4; got 5');
    expect(() => seen(keepsStd({ layers: [3, 1] }), steady)).toThrow('layers must be in order, [from, to]; got [3, 1]');
    expect(() => seen(keepsStd({ layers: ['dense', 3] }), steady)).toThrow('the layers of an architecture have no names');
  });
});

describe('keepsGradient', () => {
  test('reads the largest factor between the gradient’s std and that at the last layer', () => {
    expect(seen(keepsGradient(), steady)).toBeCloseTo(4, 14);
    expect(seen(keepsGradient({ layers: [1, 3] }), steady)).toBeCloseTo(4, 14);
    expect(seen(keepsGradient({ layers: [2, 4] }), steady)).toBeCloseTo(2, 14);
    expect(keepsGradient().layerOf?.(steady)).toBe(0);
    expect(needsOf([keepsGradient()])).toEqual(['gradient']);
  });

  test('has nothing to say for itself where there is no gradient', () => {
    expect(seen(keepsGradient(), traceOf({ std: [1, 1] }))).toBeNaN();
    expect(seen(keepsGradient(), overflown)).toBe(Infinity);
    expect(seen(keepsGradient(), traceOf({ std: [1, 1], gradient: [0, 0] }))).toBeNaN();
  });
});

describe('settlesNear', () => {
  test('looks at the second half of the layers, unless it is told where', () => {
    const settling = traceOf({ std: [9, 5, 1.1, 1, 1] });
    expect(seen(settlesNear(1), settling)).toBeCloseTo(1.1, 14);
    expect(seen(settlesNear(1, { layers: [1, 4] }), settling)).toBeCloseTo(5, 14);
    expect(settlesNear(1).band).toEqual({ lo: 1, hi: 1.1 });
    expect(settlesNear(1).layerOf?.(settling)).toBe(2);
  });
});

describe('growsBy', () => {
  test('reads the geometric mean of the growth a layer', () => {
    expect(seen(growsBy(2), traceOf({ std: [1, 3, 2, 8] }))).toBeCloseTo(2, 14);
    expect(seen(growsBy(2, { layers: [0, 1] }), traceOf({ std: [1, 3, 2, 8] }))).toBeCloseTo(3, 14);
    expect(growsBy(2, { within: 1.25 }).band).toEqual({ lo: 1.6, hi: 2.5 });
  });

  test('reads it as far as there are numbers, and 0 where a signal died', () => {
    expect(seen(growsBy(10), overflown)).toBeCloseTo(10, 12);
    expect(seen(growsBy(10), traceOf({ std: [Number.NaN], firstNonFinite: 0 }))).toBe(Infinity);
    expect(seen(growsBy(0.5), traceOf({ std: [1, 0.5, 0] }))).toBe(0);
  });
});

describe('vanishes and explodes', () => {
  test('look at the std after the last layer, and keepsStd’s default lies between theirs', () => {
    expect(seen(vanishes(), steady)).toBe(1);
    expect(seen(explodes({ layers: [0, 3] }), steady)).toBe(4);
    expect([vanishes().band, explodes().band]).toEqual([
      { lo: -Infinity, hi: 0.1 },
      { lo: 10, hi: Infinity },
    ]);
    expect(vanishes({ below: 0.5 }).band.hi).toBe(0.5);
    expect(explodes({ above: 99 }).band.lo).toBe(99);
  });

  test('take a network that stopped for one whose std has no bound', () => {
    expect(seen(explodes(), overflown)).toBe(Infinity);
    expect(seen(vanishes(), overflown)).toBe(Infinity);
    expect(seen(explodes({ layers: [0, 2] }), overflown)).toBe(100);
  });
});

describe('a word about a TensorFlow.js model', () => {
  const layers = [
    layer('dense', 1, { activation: null }),
    layer('act', 1, { kind: 'Activation', fans: null }),
    layer('dense_1', 2),
    layer('dense_2', 3),
    layer('out', 4, { head: true }),
  ];
  const trace = modelTraceOf(layers, [1, Number.NaN, 1, 1, 1], { std: [9, 1, 2, 4, 99] });

  test('looks at the signal’s points, and not at its last output', () => {
    expect(seen(keepsStd(), trace)).toBe(4);
    expect(keepsStd().layerOf?.(trace)).toBe(3);
    expect(seen(growsBy(2), trace)).toBeCloseTo(2, 14);
    expect(seen(explodes(), trace)).toBe(4);
  });

  test('takes layers by index or by name', () => {
    expect(seen(keepsStd({ layers: ['act', 'dense_1'] }), trace)).toBe(2);
    expect(seen(keepsStd({ layers: [1, 2] }), trace)).toBe(2);
    expect(() => seen(keepsStd({ layers: ['act', 'dens_1'] }), trace)).toThrow(
      'layer must be one of dense, act, dense_1, dense_2, out; got "dens_1"',
    );
    expect(() => seen(keepsStd({ layers: [4, 4] }), trace)).toThrow('layers must be some that carry a signal');
    expect(std.after('dense_1').read(trace)).toBe(2);
    expect(std.after('dense_1').name.en).toBe('std after layer dense_1');
  });

  test('is infinitely far off where the model stops before the last of its points', () => {
    const stops = modelTraceOf(layers, [1, Number.NaN, 1, 1, 1], { std: [9, 1, Number.NaN], firstNonFinite: 2 });
    expect(seen(keepsStd(), stops)).toBe(Infinity);
    expect(seen(keepsStd({ layers: ['dense', 'act'] }), stops)).toBe(1);
  });
});
