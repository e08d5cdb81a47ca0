import { describe, expect, test } from 'vitest';
import { linear, relu, tanh } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import { kaimingNormal, normal, xavierUniform } from '../../../src/init/index.ts';
import { meanFieldStd } from '../../../src/theory/index.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { QUADRATURE } from './fixtures.ts';
import { prints } from './reference.ts';

const size = { width: 256, depth: 100, batch: 16 };
const LAYERS = [0, 1, 2, 9, 99];

describe('the notebook’s cells at infinite width', () => {
  test.each([
    ['N(0, 1/n), linear', mlp({ ...size, activation: linear, init: normal({ std: 1 / 16 }) }), ['1', '1', '1', '1', '1']],
    [
      'N(0, 1/n), tanh',
      mlp({ ...size, activation: tanh, init: normal({ std: 1 / 16 }) }),
      ['.62793', '.48626', '.40824', '.22847', '.07120'],
    ],
    [
      'Xavier-uniform × 5/3, tanh',
      mlp({ ...size, activation: tanh, init: xavierUniform({ gain: 5 / 3 }) }),
      ['.75938', '.69297', '.66850', '.65139', '.651347'],
    ],
    [
      'Kaiming-normal, ReLU',
      mlp({ ...size, activation: relu, init: kaimingNormal({ nonlinearity: 'relu' }) }),
      ['.8256', '.8256', '.8256', '.8256', '.8256'],
    ],
  ])('show, after layers 0, 1, 2, 9 and 99, the std that mpmath’s rounds to: %s', (_, architecture, printed) => {
    const std = meanFieldStd(architecture);
    // A Kaiming or Xavier std is rounded to float32, which 100 layers cannot make a unit of the fifth digit.
    LAYERS.forEach((layer, i) => expect(prints(std[layer], printed[i]), `layer ${layer}: ${std[layer]}`).toBe(true));
  });

  test('show 16^(l+1) with N(0, 1) weights and no activation', () => {
    meanFieldStd(mlp({ ...size, activation: linear, init: normal() })).forEach((std, layer) => {
      expect(relativeError(std, 16 ** (layer + 1))).toBeLessThanOrEqual((layer + 1) * QUADRATURE);
    });
  });

  test('show .8256·√q with ReLU, where q is that of the input and stays', () => {
    // √(1 − 1/π), half of a normal variable’s second moment 2 less its mean’s square 2/(2π).
    for (const q of [1e-4, 1, 9]) {
      const std = meanFieldStd(
        mlp({
          ...size,
          activation: relu,
          init: kaimingNormal({ nonlinearity: 'relu' }),
          input: { secondMoment: q, cosine: 0 },
        }),
      );
      // σ_w² is off by two roundings of the std to float32, in each layer.
      std.forEach((one, layer) => {
        expect(relativeError(one, Math.sqrt(q * (1 - 1 / Math.PI)))).toBeLessThanOrEqual((layer + 1) * 2 ** -24);
      });
    }
  });
});
