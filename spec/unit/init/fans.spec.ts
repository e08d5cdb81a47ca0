import { describe, expect, test } from 'vitest';
import { fans } from '../../../src/init/index.ts';
import { ParameterError } from '../../../src/parameter.ts';

describe('fans', () => {
  test.each([
    [[256, 784], 784, 256],
    [[8, 3, 5], 15, 40],
    [[64, 3, 7, 7], 147, 3136],
    [[16, 8, 3, 3, 3], 216, 432],
  ])('of a weight of shape %j are %i in and %i out: the second and the first size times the kernel', (shape, fanIn, fanOut) => {
    expect(fans(shape)).toEqual({ fanIn, fanOut });
  });

  test('of a weight without entries are counted too, as in PyTorch', () => {
    expect(fans([0, 4])).toEqual({ fanIn: 4, fanOut: 0 });
    expect(fans([2, 3, 0])).toEqual({ fanIn: 0, fanOut: 0 });
  });

  test.each([[[]], [[5]]])('of a shape of rank below 2, %j, are refused', (shape) => {
    expect(() => fans(shape)).toThrow(ParameterError);
    expect(() => fans(shape)).toThrow(`shape must be of rank 2 or more, (fan_out, fan_in, …); got ${JSON.stringify(shape)}`);
  });

  test.each([
    [[4, -1], -1],
    [[4, 1.5], 1.5],
    [[4, 3, Number.NaN], Number.NaN],
  ])('of a shape with an entry that is no size are refused, and the entry is named: %j', (shape, entry) => {
    expect(() => fans(shape)).toThrow(`every entry of shape must be an integer ≥ 0; got ${entry}`);
  });
});
