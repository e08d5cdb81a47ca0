import { describe, expect, test } from 'vitest';
import { calculateGain } from '../../../src/init/index.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { fixture } from '../../fixture.ts';

const { leakyRelu } = fixture<{ leakyRelu: { slope: number; gain: number }[] }>('theory/theory.json');

describe('calculateGain', () => {
  test.each([
    ['linear', 1],
    ['conv1d', 1],
    ['conv2d', 1],
    ['conv3d', 1],
    ['conv_transpose1d', 1],
    ['conv_transpose2d', 1],
    ['conv_transpose3d', 1],
    ['sigmoid', 1],
    ['tanh', 5 / 3],
    ['relu', Math.SQRT2],
    ['leaky_relu', Math.sqrt(2 / (1 + 0.01 ** 2))],
    ['selu', 0.75],
  ])('of %s is %d, as in PyTorch', (nonlinearity, gain) => {
    expect(calculateGain(nonlinearity)).toBe(gain);
  });

  test('of leaky ReLU is √(2/(1 + slope²)), to four roundings', () => {
    for (const { slope, gain } of leakyRelu) {
      expect(relativeError(calculateGain('leaky_relu', slope), gain), `slope ${slope}`).toBeLessThanOrEqual(2 * Number.EPSILON);
    }
  });

  test('of a name that PyTorch does not know is refused, and the name is said', () => {
    expect(() => calculateGain('gelu')).toThrow(
      `nonlinearity must be one of PyTorch's twelve: linear, conv1d … conv_transpose3d, sigmoid, tanh, relu, leaky_relu, selu; got "gelu"`,
    );
  });

  test('of an infinite slope is 0, and of NaN NaN; a slope whose square alone is infinite is refused', () => {
    expect([Infinity, Number.NaN].map((slope) => calculateGain('leaky_relu', slope))).toEqual([0, Number.NaN]);
    expect(() => calculateGain('leaky_relu', 1e200)).toThrow('param must be a number whose square is finite; got 1e+200');
  });
});
