import { describe, expect, test } from 'vitest';
import { activationNamed, linear, relu, tanh } from '../../../src/activation/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { varianceMap, varianceSlope } from '../../../src/theory/index.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { QUADRATURE, theory } from './fixtures.ts';
import { prints, reference } from './reference.ts';

describe('varianceMap', () => {
  test.each(theory.tanhVarianceMap)('of tanh with σ_w = $sigma takes q = $q to $V', ({ sigma, q, V }) => {
    expect(Math.abs(varianceMap(tanh, sigma ** 2)(q) - V)).toBeLessThanOrEqual(sigma ** 2 * QUADRATURE + 2 * Number.EPSILON * V);
  });

  test('of a homogeneous activation is a straight line, at any q that float64 holds', () => {
    for (const q of [1e-300, 1, 1e300]) {
      expect(relativeError(varianceMap(relu, 2)(q), q)).toBeLessThanOrEqual(2 * QUADRATURE);
      expect(relativeError(varianceMap(linear, 1)(q), q)).toBeLessThanOrEqual(2 * QUADRATURE);
    }
    expect(relativeError(varianceMap(relu, 2, 0.25)(3), 3.25)).toBeLessThanOrEqual(2 * QUADRATURE);
  });

  test("shrinks the std of PyTorch's nn.Linear by default, Var(w) = 1/(3n): ×.5774 a linear layer, ×.4082 a ReLU's", () => {
    expect(prints(Math.sqrt(varianceMap(linear, 1 / 3)(1)), '.5774')).toBe(true);
    expect(prints(Math.sqrt(varianceMap(relu, 1 / 3)(1)), '.4082')).toBe(true);
  });

  test('refuses variances that are none', () => {
    expect(() => varianceMap(tanh, -1)).toThrow(ParameterError);
    expect(() => varianceMap(tanh, -1)).toThrow('sigmaW2 must be a finite number ≥ 0; got -1');
    expect(() => varianceMap(tanh, 1, Number.NaN)).toThrow('sigmaB2 must be a finite number ≥ 0; got NaN');
    expect(() => varianceSlope(tanh, -1)).toThrow('sigmaW2 must be a finite number ≥ 0; got -1');
    expect(() => varianceSlope(tanh, 1)(-1)).toThrow('q must be a finite number ≥ 0; got -1');
  });
});

describe('varianceSlope', () => {
  test('is the slope that mpmath finds, of every activation, kinked or not', () => {
    for (const { activation, q, slope } of reference.moments) {
      const found = varianceSlope(activationNamed(activation), 1.7)(q);
      expect(Math.abs(found - 1.7 * slope), `${activation}, q ${q}`).toBeLessThanOrEqual(1.7 * 4 * QUADRATURE);
    }
  });

  test('is that of the map, as central differences show', () => {
    for (const { activation, q } of reference.moments) {
      const V = varianceMap(activationNamed(activation), 1.3, 0.1);
      const h = 1e-3 * q;
      // h²/6 of V‴, which is of the order 100·V/q³ at most; and V's error over h.
      const tolerance = (100 / 6) * 1e-6 * (V(q) / q) + (2 * QUADRATURE * Math.max(1, q)) / h;
      const difference = (V(q + h) - V(q - h)) / (2 * h);
      expect(Math.abs(difference - varianceSlope(activationNamed(activation), 1.3)(q)), activation).toBeLessThanOrEqual(
        tolerance,
      );
    }
  });

  test('at q = 0 is its limit: φ′(0)², half of each side of a kink, and φ(0)φ″(0) more', () => {
    expect(varianceSlope(tanh, 1.5)(0)).toBe(1.5);
    expect(relativeError(varianceSlope(relu, 2)(0), 1)).toBeLessThanOrEqual(QUADRATURE);
    const { alpha, lambda } = reference.selu;
    expect(relativeError(varianceSlope(activationNamed('selu'), 1)(0), (lambda ** 2 * (1 + alpha ** 2)) / 2)).toBeLessThanOrEqual(
      1e-14,
    );
    // sigmoid: φ = ½, φ′ = ¼, φ″ = 0. softplus: φ = ln 2, φ′ = ½, φ″ = ¼. The difference quotient is good to 1e-10.
    for (const q of [0, 1e-17, 1e-13, 1e-11]) {
      expect(Math.abs(varianceSlope(activationNamed('sigmoid'), 1)(q) - 1 / 16)).toBeLessThanOrEqual(1e-9);
      expect(Math.abs(varianceSlope(activationNamed('softplus'), 1)(q) - (1 + Math.LN2) / 4)).toBeLessThanOrEqual(1e-9);
    }
    for (const name of ['tanh', 'gelu', 'selu', 'silu'] as const) {
      const slope = varianceSlope(activationNamed(name), 1);
      // dV′/dq is at most of the order 1/√q where φ has a kink in φ″, 10 where not.
      expect(Math.abs(slope(1e-16) - slope(0)), name).toBeLessThanOrEqual(1e-7);
    }
  });
});
