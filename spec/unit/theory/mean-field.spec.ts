import { describe, expect, test } from 'vitest';
import { type Activation, linear, relu, tanh } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import { type Initializer, normal } from '../../../src/init/index.ts';
import { normalLaw } from '../../../src/init/law.ts';
import { meanFieldStd } from '../../../src/theory/index.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { QUADRATURE, theory } from './fixtures.ts';

/** Normal weights whose std is not rounded to float32, so that the mean field can be compared to the last digits. */
const exact = (std: number): Initializer => ({ ...normal({ std }), law: () => normalLaw(0, std) });

describe('meanFieldStd', () => {
  const activations: Record<string, Activation> = {
    'std-one': linear,
    'inverse-sqrt': linear,
    'inverse-sqrt-tanh': tanh,
    'xavier-tanh': tanh,
    'kaiming-relu': relu,
  };

  test.each(theory.meanField)(
    "is the limit of infinite width of the notebook's cell $id, layer by layer",
    ({ id, sigma2, std }) => {
      const found = meanFieldStd(
        mlp({ width: 256, depth: 100, activation: activations[id], init: exact(Math.sqrt(sigma2 / 256)) }),
      );
      expect(found.length).toBe(100);
      std.forEach((expected, layer) => {
        // Each layer adds the quadrature's error, which is relative to 1 and so larger where the second moment is small.
        const tolerance = ((layer + 1) * 2 * QUADRATURE) / Math.min(1, expected ** 2);
        expect(relativeError(found[layer], expected), `layer ${layer}`).toBeLessThanOrEqual(tolerance);
      });
    },
  );

  test('reads the fans of every layer', () => {
    const found = meanFieldStd(mlp({ width: [16, 64, 4], init: exact(0.5) }));
    expect(relativeError(found[0], 2)).toBeLessThanOrEqual(4 * QUADRATURE);
    expect(relativeError(found[1], 8)).toBeLessThanOrEqual(4 * QUADRATURE);
  });

  test('adds the biases to the weights’ part of q, and starts from the input’s', () => {
    // A linear network: q = 4·q + 9 from 2, in each layer.
    const network = mlp({
      width: 16,
      depth: 2,
      batch: 2,
      init: exact(0.5),
      bias: exact(3),
      input: { secondMoment: 2, cosine: 0 },
    });
    const found = meanFieldStd(network);
    expect(relativeError(found[0], Math.sqrt(17))).toBeLessThanOrEqual(4 * QUADRATURE);
    expect(relativeError(found[1], Math.sqrt(77))).toBeLessThanOrEqual(4 * QUADRATURE);
  });

  test('does not hold for weights or biases of a mean, nor for inputs of two lengths, and says so', () => {
    const biased: Initializer = { ...normal(), law: () => normalLaw(0.5, 1) };
    const of = (change: Partial<Parameters<typeof mlp>[0]>) => () =>
      meanFieldStd(mlp({ width: 4, depth: 1, batch: 2, init: exact(1), ...change }));
    expect(of({ init: biased })).toThrow('the mean of the weights must be 0, for mean field to hold; got 0.5');
    expect(of({ bias: biased })).toThrow('the mean of the biases must be 0, for mean field to hold; got 0.5');
    expect(of({ input: { secondMoment: [1, 2], cosine: 0 } })).toThrow(
      'input.secondMoment must be the same in every row, for mean field to hold; got [1, 2]',
    );
    expect(of({ input: { secondMoment: [2, 2], cosine: 0 } })).not.toThrow();
  });
});
