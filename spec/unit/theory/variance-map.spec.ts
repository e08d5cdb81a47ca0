import { describe, expect, test } from 'vitest';
import { linear, relu, tanh } from '../../../src/activation/index.ts';
import { moments, varianceMap } from '../../../src/theory/index.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { QUADRATURE, theory } from './fixtures.ts';

describe('varianceMap', () => {
  test.each(theory.tanhVarianceMap)('of tanh with σ_w = $sigma takes q = $q to $V', ({ sigma, q, V }) => {
    expect(Math.abs(varianceMap(tanh, sigma ** 2)(q) - V)).toBeLessThanOrEqual(sigma ** 2 * QUADRATURE + 2 * Number.EPSILON * V);
  });

  test('of a homogeneous activation is a straight line, at any q that float64 holds', () => {
    for (const q of [1e-300, 1, 1e300]) {
      expect(relativeError(varianceMap(relu, 2)(q), q)).toBeLessThanOrEqual(2 * QUADRATURE);
      expect(relativeError(varianceMap(linear, 1)(q), q)).toBeLessThanOrEqual(2 * QUADRATURE);
    }
  });
});

describe('moments', () => {
  test('of ReLU are √(q/2π) and q/2', () => {
    const { mean, secondMoment } = moments(relu, 3);
    expect(relativeError(mean, Math.sqrt(3 / (2 * Math.PI)))).toBeLessThanOrEqual(3 * QUADRATURE);
    expect(relativeError(secondMoment, 1.5)).toBeLessThanOrEqual(2 * QUADRATURE);
  });

  test('of tanh are, for small q, q − 2q² + 17q³/3: the series of tanh²', () => {
    for (const q of [1e-9, 1e-6, 1e-4]) {
      // E z² = 1, E z⁴ = 3, E z⁶ = 15 in tanh²x = x² − (2/3)x⁴ + (17/45)x⁶ − …, whose next term has 315·62/315 = 62q⁴ and less.
      const series = q - 2 * q ** 2 + (17 / 3) * q ** 3;
      expect(Math.abs(moments(tanh, q).secondMoment - series)).toBeLessThanOrEqual(70 * q ** 4 + QUADRATURE);
    }
    expect(moments(tanh, 0)).toEqual({ mean: 0, secondMoment: 0 });
  });

  test('of tanh are, for large q, 1 − 2/√(2πq): it is a step, but for a strip of that width', () => {
    // ∫ sech²(sz) φ(z) dz = (2/s)·φ(0)·(1 − O(s⁻²)), and π²/24 < 1 bounds the O's factor.
    for (const q of [1e2, 1e4, 1e6]) {
      const s = Math.sqrt(q);
      const strip = 2 / s / Math.sqrt(2 * Math.PI);
      expect(Math.abs(moments(tanh, q).secondMoment - (1 - strip)), `q ${q}`).toBeLessThanOrEqual(strip / q + QUADRATURE);
    }
  });
});
