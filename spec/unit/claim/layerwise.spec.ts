import { describe, expect, test } from 'vitest';
import {
  average,
  cosine,
  covariance,
  derivative,
  gradient,
  type Layerwise,
  ln,
  meanRatio,
  preActivation,
  secondMoment,
  std,
} from '../../../src/claim/index.ts';
import type { Trace } from '../../../src/network/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { probed, stopped, trace } from './traces.ts';

describe('read off the layers of a trace', () => {
  test('a value after a layer is that layer’s, counted from 0', () => {
    expect(std.after(0).read(trace)).toBe(1);
    expect(std.after(4).read(trace)).toBe(64);
    expect(secondMoment.after(3).read(trace)).toBe(6);
  });

  test('a mean over layers counts both ends', () => {
    expect(std.over(1, 3).read(trace)).toBe((2 + 4 + 16) / 3);
    expect(secondMoment.over(0, 4).read(trace)).toBe(94 / 5);
  });

  test('growth is the geometric mean of the factor a layer', () => {
    expect(std.growth(0, 2).read(trace)).toBeCloseTo(2, 14);
    expect(std.growth(2, 4).read(trace)).toBeCloseTo(4, 14);
    expect(secondMoment.growth(0, 3).read(trace)).toBeCloseTo(1.5 ** (1 / 3), 14);
  });

  test('bend is the growth of ln in the first half minus that in the second, 0 on a straight line', () => {
    expect(std.bend(0, 4).read(trace)).toBeCloseTo(Math.log(2) - Math.log(4), 14);
    expect(std.bend(0, 2).read(trace)).toBeCloseTo(0, 14);
    // An odd number of layers is cut below the middle: one layer, and then two.
    expect(std.bend(1, 4).read(trace)).toBeCloseTo(Math.log(2) - Math.log(4), 14);
    expect(secondMoment.bend(0, 3).read(trace)).toBeCloseTo(Math.log(3) - Math.log(0.5) / 2, 14);
  });

  test('exponent is the slope of ln value against ln(layer + 1): −½ for 1/√(layer + 1)', () => {
    const power: Trace = { ...trace, std: Float64Array.from({ length: 100 }, (_, layer) => 3 * (layer + 1) ** -0.5) };
    expect(std.exponent(4, 99).read(power)).toBeCloseTo(-0.5, 14);
    expect(std.exponent(0, 3).read(trace)).toBeCloseTo(2, 14);
  });

  test('a value beyond the layer where the network stopped is NaN', () => {
    for (const beyond of [std.after(3), std.over(1, 3), std.growth(0, 3), std.bend(0, 4), std.exponent(0, 4), meanRatio]) {
      expect(beyond.read(stopped), beyond.name.en).toBeNaN();
    }
  });

  test('each quantity says in words what it is', () => {
    expect(
      [
        std.after(99),
        std.over(20, 99),
        std.growth(0, 30),
        std.bend(0, 30),
        std.exponent(4, 99),
        ln(secondMoment.after(3)),
        meanRatio,
      ].map(({ name }) => name.en),
    ).toEqual([
      'std after layer 99',
      'std averaged over layers 20 to 99',
      'growth of the std a layer, layers 0 to 30',
      'bend of ln std over layers 0 to 30',
      'exponent of the std in depth, layers 4 to 99',
      'ln q after layer 3',
      'q_l/q_{l−1} averaged over the layers',
    ]);
  });

  test('a mean, a covariance and a cosine are those of the activations', () => {
    expect([average, covariance, cosine].map((one) => one.after(1).read(trace))).toEqual([0.5, 2, 0.25]);
    expect(cosine.over(0, 4).read(trace)).toBe(0.6);
  });

  test.each<[string, () => unknown, string]>([
    ['a negative layer', () => std.after(-1), 'layer must be an integer ≥ 0; got -1'],
    ['half a layer', () => std.after(0.5), 'layer must be an integer ≥ 0; got 0.5'],
    ['layers in the wrong order', () => std.over(5, 3), 'to must be a layer after from; got [5, 3]'],
    ['one layer twice', () => std.growth(3, 3), 'to must be a layer after from; got [3, 3]'],
    ['a first layer of NaN', () => std.bend(Number.NaN, 3), 'from must be an integer ≥ 0; got NaN'],
    ['a negative last layer', () => std.exponent(0, -3), 'to must be an integer ≥ 0; got -3'],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(ParameterError);
    expect(make).toThrow(message);
  });

  test('a bend wants two layers to bend over: one has no middle', () => {
    expect(() => std.bend(0, 1)).toThrow(ParameterError);
  });
});

describe('read off what a trace shows beside its activations', () => {
  const each: [string, Record<string, Layerwise>, keyof Trace, string][] = [
    ['preActivation', preActivation, 'preActivation', 'the pre-activations'],
    ['derivative', derivative, 'derivative', 'φ′(z)'],
    ['gradient', gradient, 'gradient', 'the gradient'],
  ];

  test.each(each)(
    '%s gives its own std, q, covariance and cosine, and needs the probe of its name',
    (probe, quantities, at, words) => {
      const signals = probed[at] as Trace;
      for (const column of ['std', 'secondMoment', 'covariance', 'cosine'] as const) {
        const after = quantities[column].after(2);
        expect(after.read(probed), column).toBe(signals[column][2]);
        expect(after.needs, column).toEqual([probe]);
        expect(after.name.en).toContain(words);
      }
      for (const one of [
        quantities['std'].over(0, 1),
        quantities['std'].growth(0, 1),
        quantities['std'].bend(0, 4),
        quantities['std'].exponent(0, 1),
      ]) {
        expect(one.needs).toEqual([probe]);
      }
    },
  );

  test('is NaN where it was not asked for, and the activations need nothing', () => {
    expect(gradient.std.after(0).read(trace)).toBeNaN();
    expect(std.after(0).needs).toEqual([]);
  });
});

test('a quantity says which layers it is about, if it is the value of some', () => {
  expect(std.after(7).over).toEqual({ of: 'std', from: 7, to: 7, ln: false });
  expect(ln(std.over(20, 99)).over).toEqual({ of: 'std', from: 20, to: 99, ln: true });
  expect(std.growth(0, 30).over).toBeUndefined();
});
