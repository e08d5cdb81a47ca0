import { describe, expect, test } from 'vitest';
import { activationNamed, activationNames, gelu, geluTanh, leakyRelu } from '../../../src/activation/index.ts';
import { ParameterError } from '../../../src/parameter.ts';

describe('activationNamed', () => {
  test.each(activationNames)("knows PyTorch's %s", (name) => {
    expect(activationNamed(name).name).toBe(name);
  });

  test('knows our own names too', () => {
    expect(activationNamed('geluTanh')).toBe(geluTanh);
    expect(activationNamed('leakyRelu').name).toBe('leaky_relu');
    expect(activationNamed('gelu')).toBe(gelu);
  });

  test("has PyTorch's defaults, and takes the options that there are", () => {
    expect(activationNamed('leaky_relu').slope).toBe(leakyRelu().slope);
    expect(activationNamed('leaky_relu', { slope: 0.2 }).phi(-1)).toBe(-0.2);
    expect(activationNamed('elu').alpha).toBe(1);
    expect(activationNamed('elu', { alpha: 0.5, slope: undefined }).alpha).toBe(0.5);
  });

  test.each([
    [
      'a name that there is not',
      () => activationNamed('swish'),
      `activation must be one of linear, relu, leaky_relu, tanh, sigmoid, erf, sin, elu, selu, gelu, gelu_tanh, silu, softplus, hardtanh; got "swish"`,
    ],
    ["a name in another's spelling", () => activationNamed('hard_tanh'), 'got "hard_tanh"'],
    ['a name of every object', () => activationNamed('constructor'), 'got "constructor"'],
    [
      'an option where there is none',
      () => activationNamed('relu', { slope: 0.1 }),
      'an option of relu must be none at all; got "slope"',
    ],
    ["another's option", () => activationNamed('elu', { slope: 0.1 }), 'an option of elu must be alpha; got "slope"'],
    [
      'a value that the activation refuses',
      () => activationNamed('elu', { alpha: 0 }),
      'alpha must be a finite number > 0; got 0',
    ],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(ParameterError);
    expect(make).toThrow(message);
  });
});
