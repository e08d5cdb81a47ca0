import { describe, expect, test } from 'vitest';
import { activationNamed, relu, tanh } from '../../../src/activation/index.ts';
import { depthScales, edgeOfChaos, quadratureOf } from '../../../src/theory/index.ts';
import { QUADRATURE } from './fixtures.ts';
import { prints, reference } from './reference.ts';

/** As Schoenholz et al. (2017) and Poole et al. (2016) have them: σ_b², then σ_w² ↦ q*, c*, χ₁, ξ_q, ξ_c. */
const PRINTED: Record<string, [q: string, c: string, chi1: string, xiQ: string, xiC: string]> = {
  '1': ['.1936', '1', '.7590', '1.748', '3.627'],
  '1.5': ['.4180', '1', '.9386', '1.683', '15.79'],
  '1.7': ['.5331', '1', '.9867', '1.558', '74.92'],
  '2': ['.7218', '.7441', '1.0477', '1.388', '25.21'],
  '2.5': ['1.064', '.4468', '1.1335', '1.180', '11.80'],
};
const POOLE: Record<string, [q: string, chi1: string, c: string]> = {
  '1.3': ['.60705', '.93981', '1'],
  '2.5': ['4.07912', '1.58522', '.1221'],
  '4': ['12.60415', '2.36726', '.0297'],
};

describe('depthScales', () => {
  test.each(reference.tanhScales)('of tanh with σ_w² = $sigmaW2, σ_b² = $sigmaB2 are what mpmath finds', (truth) => {
    const { sigmaW2, sigmaB2, q, c } = truth;
    const found = depthScales(tanh, sigmaW2, sigmaB2);
    // An error of a map moves its fixed point by 1/(1 − slope) times as much; each comes with its quadrature's bound. A fixed point
    // moves the slopes by theirs: |tanh″| < 0.77, |tanh‴| ≤ 2 and |(tanh²)⁗| ≤ 16 give E[φ″² + φ′φ‴] < 2.6 and V″ < 4σ_w².
    const ofQ = (sigmaW2 * QUADRATURE) / (1 - truth.varianceSlope) + 4 * Number.EPSILON * q;
    const product = quadratureOf(tanh).product(q, c);
    const along = quadratureOf(tanh).derivativeProduct(q, c);
    // In q too the correlation map has a slope, σ_w²·E[φφ″ + cφ′φ′]/q < 2σ_w²/q and (σ_w²E + σ_b²)/q² < 1/q.
    const ofMap = (sigmaW2 * product.error) / q + ((2 * sigmaW2 + 1) / q) * ofQ;
    const ofC = c === 1 ? 0 : ofMap / (1 - truth.correlationSlope) + 1e-13;
    const ofChi = sigmaW2 * QUADRATURE + 2.6 * sigmaW2 * ofQ;
    const ofSlope = sigmaW2 * 2 * QUADRATURE + 4 * sigmaW2 * ofQ;
    const ofAlong = c === 1 ? ofChi : sigmaW2 * along.error + 2.6 * sigmaW2 * ofQ + 0.6 * sigmaW2 * q * ofC;
    const ofXi = (xi: number, factor: number, error: number) => 2 * xi ** 2 * (error / factor);
    const tolerances: [keyof typeof truth, number][] = [
      ['q', ofQ],
      ['c', ofC],
      ['chi1', ofChi],
      ['varianceSlope', ofSlope],
      ['correlationSlope', ofAlong],
      ['xiQ', ofXi(truth.xiQ, truth.varianceSlope, ofSlope)],
      ['xiC', ofXi(truth.xiC, truth.correlationSlope, ofAlong)],
      ['xiGradient', ofXi(truth.xiGradient, truth.chi1, ofChi)],
    ];
    for (const [key, tolerance] of tolerances) {
      const value = found[key as keyof typeof found];
      expect(Math.abs(value - truth[key]), `${key}: ${value}, not ${truth[key]}`).toBeLessThanOrEqual(tolerance);
      // A tolerance that lets six digits through would test nothing.
      expect(tolerance, key).toBeLessThan(1e-6 * Math.max(1, truth[key]));
    }
    expect(found.trainable).toBe(6 * found.xiC);
  });

  test.each(Object.entries(PRINTED))(
    'of tanh with σ_b² = .05, σ_w² = %s print as the literature’s: %j',
    (sigmaW2, [q, c, chi1, xiQ, xiC]) => {
      const found = depthScales(tanh, Number(sigmaW2), 0.05);
      const pairs: [number, string][] = [
        [found.q, q],
        [found.c, c],
        [found.chi1, chi1],
        [found.xiQ, xiQ],
        [found.xiC, xiC],
      ];
      for (const [value, text] of pairs) expect(prints(value, text), `${value} as ${text}`).toBe(true);
    },
  );

  test.each(Object.entries(POOLE))('of tanh with σ_b = .3, σ_w = %s have Poole’s q*, χ₁ and c*: %j', (sigmaW, [q, chi1, c]) => {
    const found = depthScales(tanh, Number(sigmaW) ** 2, 0.09);
    const pairs: [number, string][] = [
      [found.q, q],
      [found.chi1, chi1],
      [found.c, c],
    ];
    for (const [value, text] of pairs) expect(prints(value, text), `${value} as ${text}`).toBe(true);
  });

  test('on the edge of chaos are infinite for angles and gradients, and not for lengths', () => {
    const { sigmaW2, q } = edgeOfChaos(tanh, 0.05);
    expect(sigmaW2.toFixed(5)).toBe('1.76095');
    const found = depthScales(tanh, sigmaW2, 0.05);
    expect(Math.abs(found.q - q)).toBeLessThanOrEqual(1e-11);
    expect(found).toMatchObject({ c: 1, xiC: Infinity, xiGradient: Infinity, trainable: Infinity });
    expect(found.xiQ).toBeGreaterThan(1);
    expect(found.xiQ).toBeLessThan(2);
  });

  test('of the gradient are negative where it grows, and for c = 1 that of the angle', () => {
    const [chaotic, ordered] = [depthScales(tanh, 2.5, 0.05), depthScales(tanh, 1, 0.05)];
    expect(chaotic.xiGradient).toBeLessThan(0);
    expect(ordered.xiGradient).toBe(ordered.xiC);
  });

  test('exist for homogeneous activations whose σ_w lies below the gain, with a bias', () => {
    // σ_w² = 1: V′ = χ₁ = ½, and ξ = 1/ln 2.
    const found = depthScales(relu, 1, 0.5);
    expect(found.q).toBeCloseTo(1, 12);
    for (const xi of [found.xiQ, found.xiC, found.xiGradient]) expect(xi).toBeCloseTo(1 / Math.LN2, 11);
    expect(() => depthScales(relu, 2)).toThrow('activation must be one that knows a scale');
    expect(() => depthScales(activationNamed('gelu'), 3)).toThrow(
      'sigmaW2 must be small enough for gelu to keep a signal bounded; got 3',
    );
  });
});
