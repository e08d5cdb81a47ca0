import { describe, expect, test } from 'vitest';
import {
  type Initializer,
  initializerNamed,
  initializerNames,
  kaimingUniform,
  sparse,
  uniform,
  weight,
  xavierUniform,
} from '../../../src/init/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { Stream } from '../../../src/random/index.ts';

const draws = (init: Initializer) => weight(init, [4, 5], new Stream(1, 'draws'));

describe('initializerNamed', () => {
  test('knows the fourteen functions of torch.nn.init', () => {
    expect(initializerNames).toHaveLength(14);
    expect(initializerNames).toContain('xavier_uniform_');
  });

  test.each(['xavier_uniform_', 'xavier_uniform', 'xavierUniform'])('finds %s', (name) => {
    const found = initializerNamed(name, { gain: 2 });
    expect(found.name).toBe('xavierUniform(gain 2)');
    expect(draws(found)).toEqual(draws(xavierUniform({ gain: 2 })));
  });

  test('takes a for the lower bound of uniform_ and for the slope of kaiming_uniform_, as PyTorch does', () => {
    expect(draws(initializerNamed('uniform_', { a: -2, b: -1 }))).toEqual(draws(uniform({ low: -2, high: -1 })));
    for (const option of ['a', 'slope']) {
      const found = initializerNamed('kaiming_uniform_', { [option]: 0.3, mode: 'FAN_OUT' });
      expect(draws(found)).toEqual(draws(kaimingUniform({ slope: 0.3, mode: 'fan_out' })));
    }
  });

  test('takes an option that is undefined for one that is left out', () => {
    expect(initializerNamed('sparse_', { sparsity: 0.5, std: undefined, gain: undefined }).name).toBe(
      sparse({ sparsity: 0.5 }).name,
    );
  });

  test.each<[string, () => unknown, string]>([
    ['a name that there is not', () => initializerNamed('glorot'), 'initializer must be one of uniform_, normal_, constant_'],
    ['a name of Object', () => initializerNamed('constructor'), 'initializer must be one of uniform_'],
    [
      'an option of another initializer',
      () => initializerNamed('xavierNormal', { mode: 'fan_in' }),
      'an option of xavier_normal_ must be one of gain; got "mode"',
    ],
    [
      'an option where there is none',
      () => initializerNamed('eye', { gain: 1 }),
      'an option of eye_ must be none at all; got "gain"',
    ],
    ['no value of a constant', () => initializerNamed('constant_'), 'val of constant_ must be given; got undefined'],
    ['no sparsity', () => initializerNamed('sparse', { std: 1 }), 'sparsity of sparse_ must be given; got undefined'],
    ['a value that the initializer refuses', () => initializerNamed('normal', { std: -1 }), 'std must be a number ≥ 0; got -1'],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(ParameterError);
    expect(make).toThrow(message);
  });
});
