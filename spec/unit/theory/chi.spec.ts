import { describe, expect, test } from 'vitest';
import { activationNamed, linear, relu, tanh } from '../../../src/activation/index.ts';
import { chi, phaseOf, varianceMap } from '../../../src/theory/index.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { QUADRATURE, theory } from './fixtures.ts';
import { prints, reference } from './reference.ts';

describe('chi', () => {
  test('is σ_w²·E[φ′²], which mpmath has of every activation', () => {
    for (const { activation, q, derivativeSquared } of reference.moments) {
      expect(Math.abs(chi(activationNamed(activation), 2.5)(q) - 2.5 * derivativeSquared), activation).toBeLessThanOrEqual(
        2.5 * 2 * QUADRATURE,
      );
    }
  });

  test('at the fixed point of tanh with σ_w = 5/3 is 1.2098: stable forwards, chaotic backwards', () => {
    const { q, chi1, gradientStdPerLayer } = theory.tanhFixedPoint;
    const found = chi(tanh, 25 / 9)(q);
    expect(relativeError(found, chi1)).toBeLessThanOrEqual((2 * QUADRATURE * 25) / 9 / chi1);
    expect(relativeError(Math.sqrt(found), gradientStdPerLayer)).toBeLessThanOrEqual((2 * QUADRATURE * 25) / 9 / chi1);
    expect(prints(found, '1.2098') && prints(Math.sqrt(found), '1.0999')).toBe(true);
    expect(phaseOf(found)).toBe('chaotic');
  });

  test('of SELU at (0, 1) is 1.07157', () => {
    const found = chi(activationNamed('selu'), 1)(1);
    expect(Math.abs(found - reference.selu.chi1)).toBeLessThanOrEqual(2 * QUADRATURE);
    expect(prints(found, '1.07157')).toBe(true);
  });

  test('of homogeneous activations is the same at every q, 0 included', () => {
    for (const q of [0, 1e-200, 1, 1e200]) {
      expect(relativeError(chi(relu, 2)(q), 1)).toBeLessThanOrEqual(QUADRATURE);
      expect(relativeError(chi(linear, 1)(q), 1)).toBeLessThanOrEqual(QUADRATURE);
    }
  });

  test.each(reference.gradients)(
    'multiplies up to what happens to the gradient over 100 tanh layers with σ_w² = $sigmaW2: its std grows $growth-fold',
    ({ sigmaW2, layers, growth, last }) => {
      const V = varianceMap(tanh, sigmaW2);
      const here = chi(tanh, sigmaW2);
      let [q, product] = [sigmaW2, 1];
      for (let layer = 0; layer < layers; layer++) {
        product *= here(q);
        if (layer < layers - 1) q = V(q);
      }
      // A layer adds the error of one χ, and through q that of every V before it, which the map does not magnify: at most
      // 100 + 100²/2 times σ_w²·1e-13·|d ln χ/dq|, with |d ln χ/dq| < 4.
      const tolerance = (layers + layers ** 2 / 2) * 4 * sigmaW2 * QUADRATURE;
      expect(relativeError(Math.sqrt(product), growth)).toBeLessThanOrEqual(tolerance);
      expect(relativeError(Math.sqrt(here(q)), last)).toBeLessThanOrEqual(tolerance);
      expect(prints(Math.sqrt(product), sigmaW2 === 1 ? '.0845' : '10258')).toBe(true);
    },
  );
});

describe('phaseOf', () => {
  test('is ordered below 1, chaotic above, critical within 1e-9 of it', () => {
    expect([0, 0.5, 1 - 2e-9, 1 - 5e-10, 1, 1 + 5e-10, 1 + 2e-9, 3, Infinity].map(phaseOf)).toEqual([
      'ordered',
      'ordered',
      'ordered',
      'critical',
      'critical',
      'critical',
      'chaotic',
      'chaotic',
      'chaotic',
    ]);
  });
});
