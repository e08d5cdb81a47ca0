import { describe, expect, test } from 'vitest';
import { constant, dirac, eye, type Initializer, ones, zeros, weight } from '../../../src/init/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { kolmogorovDistance } from '../../../src/stats/index.ts';

const drawn = (init: Initializer, shape: number[]) => {
  const stream = new Stream(1, 'fixed');
  const values = weight(init, shape, stream);
  expect(stream.word(), 'draws nothing').toBe(new Stream(1, 'fixed').word());
  return Array.from(values);
};

const cases: [string, number[], Initializer][] = [
  ['constant(0.1)', [3, 4], constant({ val: 0.1 })],
  ['ones', [5], ones()],
  ['zeros', [], zeros()],
  ['eye', [3, 5], eye()],
  ['eye', [1, 1], eye()],
  ['dirac(groups 1)', [4, 2, 3], dirac()],
  ['dirac(groups 2)', [6, 2, 3, 3], dirac({ groups: 2 })],
  ['dirac(groups -2)', [4, 2, 3], dirac({ groups: -2 })],
];

describe('an initializer that draws nothing', () => {
  test.each(cases)('has exactly the law that it states, and with one other entry it has not: %s of %j', (name, shape, init) => {
    const values = drawn(init, shape);
    const { mean, std, kurtosis, cdf, left } = init.law(shape);
    const average = (f: (w: number) => number) => values.reduce((sum, w) => sum + f(w), 0) / values.length;
    // Sums of a few dozen float64 numbers.
    expect(average((w) => w)).toBeCloseTo(mean, 14);
    expect(average((w) => (w - mean) ** 2)).toBeCloseTo(std ** 2, 14);
    if (std > 0) expect(average((w) => ((w - mean) / std) ** 4)).toBeCloseTo(kurtosis, 12);
    else expect(kurtosis).toBeNaN();
    expect(kolmogorovDistance(values, { cdf, left: left! })).toBeLessThanOrEqual(values.length * Number.EPSILON);
    const wrong = values.with(values.indexOf(Math.max(...values)), -1);
    expect(kolmogorovDistance(wrong, { cdf, left: left! })).toBeGreaterThanOrEqual(1 / (2 * values.length));
    expect(init.name).toBe(name);
  });

  test('eye has ones on the diagonal of a matrix, however long', () => {
    expect(drawn(eye(), [2, 3])).toEqual([1, 0, 0, 0, 1, 0]);
    expect(drawn(eye(), [3, 2])).toEqual([1, 0, 0, 1, 0, 0]);
  });

  test('dirac has its ones at the kernels’ centres, once for every group', () => {
    const alongKernels = (values: number[], length: number) =>
      values.flatMap((value, place) => (value === 1 ? [[Math.floor(place / length), place % length]] : []));
    expect(alongKernels(drawn(dirac(), [4, 2, 3]), 3)).toEqual([
      [0, 1],
      [3, 1],
    ]);
    // Output channels 0, 1 and 2, 3 make two groups; an even kernel's centre is past its middle.
    expect(alongKernels(drawn(dirac({ groups: 2 }), [4, 2, 2, 2]), 4)).toEqual([
      [0, 3],
      [3, 3],
      [4, 3],
      [7, 3],
    ]);
  });

  test.each<[string, () => unknown, string]>([
    ['a constant beyond float32', () => constant({ val: 1e39 }), 'val must be a number that fits into float32; got 1e+39'],
    ['eye of a vector', () => drawn(eye(), [3]), 'shape must be of rank 2, (rows, columns); got [3]'],
    ['dirac of a matrix', () => drawn(dirac(), [3, 3]), 'shape must be of rank 3, 4 or 5, (out, in, …kernel); got [3, 3]'],
    [
      'groups that do not divide',
      () => drawn(dirac({ groups: 2 }), [3, 2, 3]),
      "groups must be an integer that divides 3, the shape's first size; got 2",
    ],
    ['a kernel without a centre', () => drawn(dirac(), [4, 2, 0]), "the kernel's every size must be 1 or more; got [0]"],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});
