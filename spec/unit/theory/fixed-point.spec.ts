import { describe, expect, test } from 'vitest';
import { type Activation, leakyRelu, linear, relu, tanh } from '../../../src/activation/index.ts';
import { gaussianExpectation } from '../../../src/numeric/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { fixedPoint, moments, varianceMap } from '../../../src/theory/index.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { QUADRATURE, theory } from './fixtures.ts';

describe('fixedPoint', () => {
  const { sigma, q, std, slope, chi1, gradientStdPerLayer } = theory.tanhFixedPoint;
  const sigmaW2 = 25 / 9;

  test('of tanh with σ_w = 5/3 is where mpmath finds it, and the std there 0.6513', () => {
    // An error of V moves its fixed point by 1/(1 − V′) times as much.
    const tolerance = (sigmaW2 * QUADRATURE) / (1 - slope) + 2 * Number.EPSILON * q;
    const found = fixedPoint(tanh, sigmaW2);
    expect(Math.abs(found - q)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(Math.sqrt(moments(tanh, found).secondMoment) - std)).toBeLessThanOrEqual(tolerance + QUADRATURE);
    expect(relativeError(Math.sqrt(found) / sigma, std)).toBeLessThanOrEqual(tolerance);
  });

  test('is stable, V′(q*) = 0.43, and yet chaotic: the gradient grows by √χ₁ = 1.0999 a layer', () => {
    const h = 1e-3;
    const V = varianceMap(tanh, sigmaW2);
    // A central difference is off by h²/6 of the third derivative, here below 1, and by V's error over h.
    expect(Math.abs((V(q + h) - V(q - h)) / (2 * h) - slope)).toBeLessThanOrEqual(h ** 2 / 6 + (sigmaW2 * QUADRATURE) / h);
    const chi = sigmaW2 * gaussianExpectation((z) => tanh.derivative(Math.sqrt(q) * z) ** 2).value;
    expect(relativeError(chi, chi1)).toBeLessThanOrEqual((2 * QUADRATURE * sigmaW2) / chi1);
    expect(relativeError(Math.sqrt(chi), gradientStdPerLayer)).toBeLessThanOrEqual((2 * QUADRATURE * sigmaW2) / chi1);
  });

  test('is near (σ_w² − 1)/2 just above the critical point', () => {
    // σ²(q − 2q² + 17q³/3) = q gives q = (σ² − 1)/(2σ²)·(1 + O(σ² − 1)), with a factor below 3.
    for (const excess of [1e-3, 1e-4]) {
      expect(relativeError(fixedPoint(tanh, 1 + excess), excess / 2)).toBeLessThanOrEqual(3 * excess);
    }
  });

  test.each([0, 0.25, 0.9801, 1])('does not exist for tanh with σ_w² = %d: the signal dies', (sigma2) => {
    expect(() => fixedPoint(tanh, sigma2)).toThrow(ParameterError);
    expect(() => fixedPoint(tanh, sigma2)).toThrow(`sigmaW2 must be large enough for tanh to keep a signal alive; got ${sigma2}`);
  });

  test.each<[string, Activation]>([
    ['linear', linear],
    ['relu', relu],
    ['leaky_relu', leakyRelu()],
  ])('does not exist for %s, which knows no scale', (name, activation) => {
    expect(() => fixedPoint(activation, 2)).toThrow(`activation must be a bounded one, for q* to exist; got "${name}"`);
  });
});
