import { expect, test } from 'vitest';
import { activationNamed } from '../../../src/activation/index.ts';
import { moments, seluConstants } from '../../../src/theory/index.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { QUADRATURE } from './fixtures.ts';
import { prints, reference } from './reference.ts';

test('seluConstants solves the two moment equations, as mpmath does with two unknowns at once', () => {
  const { alpha, lambda } = seluConstants();
  // α is the quotient of two integrals of the sizes .4 and .24.
  expect(relativeError(alpha, reference.selu.alpha)).toBeLessThanOrEqual(8 * QUADRATURE);
  expect(relativeError(lambda, reference.selu.lambda)).toBeLessThanOrEqual(8 * QUADRATURE);
  expect(prints(alpha, '1.6732632423544') && prints(lambda, '1.0507009873555')).toBe(true);
});

test('the constants are those of the activation: at q = 1 its mean is 0 and its second moment 1', () => {
  const { mean, secondMoment } = moments(activationNamed('selu'), 1);
  expect(Math.abs(mean)).toBeLessThanOrEqual(2 * QUADRATURE);
  expect(Math.abs(secondMoment - 1)).toBeLessThanOrEqual(2 * QUADRATURE);
});
