import { describe, expect, test } from 'vitest';
import { activationNamed, leakyRelu, linear, relu, tanh } from '../../../src/activation/index.ts';
import { gain, moments } from '../../../src/theory/index.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { QUADRATURE, theory } from './fixtures.ts';
import { prints, reference } from './reference.ts';

describe('gain', () => {
  test('of tanh is 1.5925, of ReLU √2', () => {
    expect(relativeError(moments(tanh, 1).secondMoment, theory.gains.tanhMoment)).toBeLessThanOrEqual(
      QUADRATURE / theory.gains.tanhMoment,
    );
    expect(relativeError(gain(tanh), theory.gains.tanh)).toBeLessThanOrEqual(QUADRATURE / theory.gains.tanhMoment);
    expect(relativeError(5 / 3 / gain(tanh), theory.gains.fiveThirdsOverTanh)).toBeLessThanOrEqual(
      QUADRATURE / theory.gains.tanhMoment,
    );
    expect(relativeError(gain(relu), theory.gains.relu)).toBeLessThanOrEqual(2 * QUADRATURE);
    expect(relativeError(gain(linear), 1)).toBeLessThanOrEqual(QUADRATURE);
  });

  test('of leaky ReLU is √(2/(1 + slope²)), at every slope', () => {
    for (const { slope, gain: expected } of theory.leakyRelu) {
      expect(relativeError(gain(leakyRelu(slope)), expected), `slope ${slope}`).toBeLessThanOrEqual(2 * QUADRATURE);
    }
  });

  test('of every activation is what mpmath finds', () => {
    for (const { activation, gain: expected } of reference.gains) {
      // The gain is 1/√m: half the relative error of the moment m = 1/gain².
      expect(relativeError(gain(activationNamed(activation)), expected), activation).toBeLessThanOrEqual(
        QUADRATURE * expected ** 2,
      );
    }
  });

  test.each([
    ['tanh', '1.592537'],
    ['gelu', '1.533530'],
    ['silu', '1.676532'],
    ['elu', '1.245198'],
    ['relu', '1.414214'],
  ] as const)('of %s prints as %s', (name, text) => {
    expect(prints(gain(activationNamed(name)), text)).toBe(true);
  });
});
