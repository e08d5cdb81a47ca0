import { describe, expect, test } from 'vitest';
import { relu } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import { subjectOf } from '../../../src/claim/index.ts';
import { kaimingNormal } from '../../../src/init/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { spread } from './populations.ts';

const refusal = (given: unknown): string => {
  try {
    subjectOf(given as never);
  } catch (error) {
    expect(error).toBeInstanceOf(ParameterError);
    return (error as Error).message;
  }
  return 'taken';
};

describe('what is to be judged', () => {
  test('is taken as it is, where it is a subject', () => {
    const network = mlp({ width: 4, depth: 2, activation: relu, init: kaimingNormal() });
    const numbers = spread(0, 1);
    expect(subjectOf(network)).toBe(network);
    expect(subjectOf(numbers)).toBe(numbers);
  });

  test('is refused, with what it is, where JavaScript lets pass what the types do not', () => {
    const rule = 'network must be an architecture, or the builder of a model, () => tf.LayersModel; got';
    const tfInitializer = { apply: () => 0, getConfig: () => ({}) };
    const model = { predict: () => 0, layers: [], build: () => 0 };
    expect(refusal(undefined)).toBe(`${rule} undefined`);
    expect(refusal(null)).toBe(`${rule} null`);
    expect(refusal(256)).toBe(`${rule} 256`);
    expect(refusal('model.json')).toBe(`${rule} "model.json"`);
    expect(refusal(Promise.resolve())).toBe(`${rule} "a promise: await it, or give the function that makes it"`);
    expect(refusal(model)).toBe(`${rule} "a model, whose weights are drawn already: give the function that makes it"`);
    expect(refusal(kaimingNormal())).toBe(`${rule} "an initializer: expect(initializer).toBeDrawnFrom(law)"`);
    expect(refusal(tfInitializer)).toContain(
      '"an initializer or a layer of TensorFlow.js: expect(initializer).toBeDrawnFrom(law)"',
    );
    expect(refusal({ widths: [1, 2] })).toBe(`${rule} ["widths"]`);
    expect(refusal({ model: Promise.resolve() })).toMatch(/^model must be .*"a promise/);
  });
});
