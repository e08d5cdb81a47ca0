import { describe, expect, test } from 'vitest';
import { activationNamed, type ActivationName, leakyRelu, linear, relu, tanh } from '../../../src/activation/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { chi, criticalPoint, edgeOfChaos, fixedPoint, gain, varianceMap } from '../../../src/theory/index.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { QUADRATURE, theory } from './fixtures.ts';
import { prints, reference } from './reference.ts';

describe('edgeOfChaos', () => {
  test.each(reference.edges)('of $activation at σ_b² = $sigmaB2 has σ_w² = $sigmaW2 at q = $q', ({ activation, ...truth }) => {
    const found = edgeOfChaos(activationNamed(activation), truth.sigmaB2);
    // σ_w² is off by σ_w⁴ and σ_b² by σ_w² + σ_w⁴E[φ²] < σ_w² + σ_w²q times an integral's error; q by that over dσ_b²/dq, and σ_w² by
    // dσ_w²/dq times q's error more. The derivatives are differences, and their own error is allowed for by the factor 2.
    const [low, high] = [
      criticalPoint(activationNamed(activation), 0.999 * truth.q),
      criticalPoint(activationNamed(activation), 1.001 * truth.q),
    ];
    const per = (key: 'sigmaW2' | 'sigmaB2' | 'slope') => Math.abs(high[key] - low[key]) / (0.002 * truth.q);
    const integral = QUADRATURE * Math.max(1, truth.q);
    const ofW = truth.sigmaW2 ** 2 * QUADRATURE;
    const ofQ = (truth.sigmaW2 * (integral + truth.q * truth.sigmaW2 * QUADRATURE)) / per('sigmaB2');
    expect(Math.abs(found.q - truth.q)).toBeLessThanOrEqual(2 * ofQ);
    expect(Math.abs(found.sigmaW2 - truth.sigmaW2)).toBeLessThanOrEqual(2 * (ofW + per('sigmaW2') * ofQ));
    expect(Math.abs(found.slope - truth.slope)).toBeLessThanOrEqual(
      2 * (ofW + truth.sigmaW2 * QUADRATURE * 4 + per('slope') * ofQ),
    );
    expect(found.sigmaB2).toBe(truth.sigmaB2);
  });

  test.each([
    [0.001, '1.18919'],
    [0.01, '1.42421'],
    [0.04, '1.70080'],
    [0.09, '1.94765'],
    [0.2, '2.28515'],
    [2.01e-5, '1.049996'],
    [0.05, '1.76095'],
  ])('of tanh at σ_b² = %d prints as σ_w² = %s', (sigmaB2, text) => {
    expect(prints(edgeOfChaos(tanh, sigmaB2).sigmaW2, text)).toBe(true);
  });

  test('of tanh at σ_b² = .05 has q* = .57005', () => {
    expect(prints(edgeOfChaos(tanh, 0.05).q, '.57005')).toBe(true);
  });

  test.each<[ActivationName, number, string, string]>([
    ['tanh', 0.2, '1.3041', ''],
    ['gelu', 0.2, '1.5470', '1.095'],
    ['silu', 0.2, '1.6795', '1.099'],
    ['elu', 0.2, '1.2293', ''],
    ['selu', 0.2, '.9375', ''],
    ['gelu', 0.5, '1.3999', '.986'],
  ])('of %s at σ_b = %d has σ_w = %s, and V′ = %s', (name, sigmaB, sigmaW, slope) => {
    const found = edgeOfChaos(activationNamed(name), sigmaB ** 2);
    expect(prints(Math.sqrt(found.sigmaW2), sigmaW), String(Math.sqrt(found.sigmaW2))).toBe(true);
    if (slope) expect(prints(found.slope, slope), String(found.slope)).toBe(true);
  });

  test('has an unstable q for GELU and SiLU with a small bias: no signal stays there', () => {
    for (const name of ['gelu', 'silu'] as const) {
      for (const sigmaB of [0.1, 0.2, 0.3]) {
        const { sigmaW2, sigmaB2, slope } = edgeOfChaos(activationNamed(name), sigmaB ** 2);
        expect(slope, `${name} ${sigmaB}`).toBeGreaterThan(1);
        expect(() => {
          const settled = fixedPoint(activationNamed(name), sigmaW2, sigmaB2);
          if (Math.abs(chi(activationNamed(name), sigmaW2)(settled) - 1) > 1e-3)
            throw new ParameterError('q', 'critical', settled);
        }).toThrow(ParameterError);
      }
    }
  });

  test('without bias is σ_w = 1 for tanh, at q = 0, and the gain for homogeneous activations', () => {
    expect(edgeOfChaos(tanh, 0)).toEqual({ q: 0, sigmaW2: 1, sigmaB2: 0, slope: 1 });
    for (const activation of [linear, relu, leakyRelu(0.2)]) {
      const found = edgeOfChaos(activation, 0);
      expect(relativeError(found.sigmaW2, gain(activation) ** 2), activation.name).toBeLessThanOrEqual(4 * QUADRATURE);
      expect([found.sigmaB2, relativeError(found.slope, 1) <= 4 * QUADRATURE]).toEqual([0, true]);
    }
  });

  test('is found at a bias as small as you like', () => {
    // The series E tanh² = q − 2q² + 17q³/3 − 62q⁴/3 and E tanh′² = 1 − 2q + 7q² − 94q³/3 make σ_w² = 1 + 2q − 3q² + …, and
    // σ_b² = (4/3)q³(1 − 6q + …), so that q = ∛(¾σ_b²)·(1 + 2q + …). Rounding makes σ_b² uncertain by some εq.
    for (const sigmaB2 of [1e-9, 1e-13, 1e-18]) {
      const { q, sigmaW2 } = edgeOfChaos(tanh, sigmaB2);
      expect(Math.abs(sigmaW2 - 1 - 2 * q)).toBeLessThanOrEqual(4 * q ** 2 + QUADRATURE);
      expect(relativeError(q, Math.cbrt(0.75 * sigmaB2))).toBeLessThanOrEqual(3 * q + (16 * Number.EPSILON * q) / sigmaB2);
    }
  });

  test('does not exist for homogeneous activations with a bias, nor for softplus', () => {
    expect(() => edgeOfChaos(relu, 0.04)).toThrow('sigmaB2 must be 0, for relu to have an edge of chaos; got 0.04');
    expect(() => edgeOfChaos(activationNamed('softplus'), 0.04)).toThrow(
      'sigmaB2 must be one that the edge of chaos of softplus has; got 0.04',
    );
    expect(() => edgeOfChaos(tanh, -1)).toThrow('sigmaB2 must be a finite number ≥ 0; got -1');
  });
});

describe('criticalPoint', () => {
  test('is the inverse map: its variances fix q, and χ there is 1', () => {
    for (const name of ['tanh', 'erf', 'sin', 'elu', 'selu', 'gelu', 'hardtanh'] as const) {
      for (const q of [0.01, 0.5, 2]) {
        const { sigmaW2, sigmaB2 } = criticalPoint(activationNamed(name), q);
        expect(relativeError(chi(activationNamed(name), sigmaW2)(q), 1), name).toBeLessThanOrEqual(4 * Number.EPSILON);
        expect(relativeError(varianceMap(activationNamed(name), sigmaW2, sigmaB2)(q), q), name).toBeLessThanOrEqual(
          8 * Number.EPSILON,
        );
      }
    }
  });

  test('of homogeneous activations is the gain at every q', () => {
    for (const q of [0, 1e-9, 1, 1e9]) {
      expect(relativeError(criticalPoint(relu, q).sigmaW2, 2)).toBeLessThanOrEqual(2 * QUADRATURE);
      expect(criticalPoint(relu, q).sigmaB2).toBe(0);
    }
  });

  test('of tanh at the plateau of σ_w = 5/3 is elsewhere', () => {
    const { q, chi1 } = theory.tanhFixedPoint;
    expect(relativeError(criticalPoint(tanh, q).sigmaW2, 25 / 9 / chi1)).toBeLessThanOrEqual(4 * QUADRATURE);
  });

  test('does not exist where σ_b² would be negative', () => {
    expect(() => criticalPoint(activationNamed('sigmoid'), 1)).toThrow(
      'q must be one that the edge of chaos of sigmoid has, with σ_b² ≥ 0; got 1',
    );
    expect(() => criticalPoint(tanh, -1)).toThrow('q must be a finite number ≥ 0; got -1');
  });
});
