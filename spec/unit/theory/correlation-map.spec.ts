import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activationNamed, relu, tanh } from '../../../src/activation/index.ts';
import { correlationFixedPoint, correlationMap, correlationSlope, criticalPoint, fixedPoint } from '../../../src/theory/index.ts';
import { prints, reference } from './reference.ts';

/** What the double quadrature promises. */
const PRODUCT = 1e-10;

describe('correlationMap', () => {
  test('of ReLU on the critical line is Cho & Saul’s kernel: from c = 0 on .31831, .49373, …, .99642 at layer 100', () => {
    const map = correlationMap(relu, 2, 0, 1);
    const truth = new Map(reference.reluCorrelations.map((one) => [one.layer, one]));
    const seen = new Map<number, number>();
    let [c, error] = [0, 0];
    for (let layer = 1; layer <= 1000; layer++) {
      // The rounding of 1 − c² becomes that of its root; earlier errors are not magnified, for the slope is at most 1.
      error += (8 * Number.EPSILON) / Math.sqrt(1 - c * c);
      c = map(c);
      seen.set(layer, c);
      const expected = truth.get(layer);
      if (expected) expect(Math.abs(c - expected.c), `layer ${layer}`).toBeLessThanOrEqual(error);
    }
    const at = (layer: number) => seen.get(layer)!;
    expect(prints(at(1), '.31831') && prints(at(2), '.49373') && prints(at(100), '.99642')).toBe(true);
    expect(prints((1 - at(100)) * 100 ** 2, '35.77') && prints((1 - at(1000)) * 1000 ** 2, '43.13')).toBe(true);
  });

  test('of ReLU takes (1 − c)l² to 9π²/2', () => {
    // With δ = 1 − c the kernel is δ′ = δ − aδ^1.5 + O(δ^2.5), a = 2√2/3π, and y = δ^−½ has y′ = y + a/2 + 3a²/(8y) + O(y⁻²):
    // y = (a/2)l + (3a/4)ln l + C + O(ln l/l), and (1 − c)l² → 4/a² = 9π²/2.
    const limit = (9 * Math.PI ** 2) / 2;
    const a = 2 / Math.sqrt(limit);
    const constants = reference.reluCorrelations.map(
      ({ layer, c }) => 1 / Math.sqrt(1 - c) - (a / 2) * layer - 0.75 * a * Math.log(layer),
    );
    const last = constants.at(-1)!;
    reference.reluCorrelations.forEach(({ layer }, i) => {
      if (layer < 100) return;
      // Rounding: c is a double, and y = δ^−½ is uncertain by ε/2·y³/2.
      const rounding = (Number.EPSILON / 4) * ((a / 2) * layer) ** 3;
      expect(Math.abs(constants[i] - last), `layer ${layer}`).toBeLessThanOrEqual(Math.log(layer) / layer + 2 * rounding);
    });
    const scaled = reference.reluCorrelations.map((one) => one.scaled);
    expect(prints(scaled.at(-4)!, '35.77') && scaled.every((one, i) => one < limit && (i === 0 || one > scaled[i - 1]))).toBe(
      true,
    );
  });

  test('fixes c = 1, and is convex and rising on [0, 1], with the slope that correlationSlope states', () => {
    for (const [name, w2, b2] of [
      ['tanh', 2, 0.05],
      ['selu', 1, 0],
      ['hardtanh', 2, 0.1],
      ['gelu', 2, 0.04],
    ] as const) {
      const q = fixedPoint(activationNamed(name), w2, b2);
      const map = correlationMap(activationNamed(name), w2, b2, q);
      const slope = correlationSlope(activationNamed(name), w2, q);
      expect(Math.abs(map(1) - 1), name).toBeLessThanOrEqual(1e-11);
      const cs = [0, 0.2, 0.4, 0.6, 0.8, 1];
      const slopes = cs.map(slope);
      expect(
        slopes.every((one, i) => one > 0 && (i === 0 || one > slopes[i - 1] - PRODUCT)),
        name,
      ).toBe(true);
      for (let i = 1; i < cs.length; i++) {
        // A chord's slope lies between those at its ends.
        const chord = (map(cs[i]) - map(cs[i - 1])) / 0.2;
        expect(chord, name).toBeGreaterThanOrEqual(slopes[i - 1] - (10 * PRODUCT * w2) / q);
        expect(chord, name).toBeLessThanOrEqual(slopes[i] + (10 * PRODUCT * w2) / q);
      }
    }
  });

  test('refuses q = 0 and variances that are none', () => {
    expect(() => correlationMap(tanh, 1, 0, 0)).toThrow('q must be a finite number > 0; got 0');
    expect(() => correlationMap(tanh, -1, 0, 1)).toThrow('sigmaW2 must be a finite number ≥ 0; got -1');
    expect(() => correlationMap(tanh, 1, -1, 1)).toThrow('sigmaB2 must be a finite number ≥ 0; got -1');
    expect(() => correlationSlope(tanh, -1, 1)).toThrow('sigmaW2 must be a finite number ≥ 0; got -1');
  });
});

describe('correlationFixedPoint', () => {
  test('is 1 in the ordered phase and on the edge of chaos, below 1 in the chaotic phase, and attracts', () => {
    expect(correlationFixedPoint(tanh, 1.5, 0.05, fixedPoint(tanh, 1.5, 0.05))).toBe(1);
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 3, noNaN: true }), fc.double({ min: 1.02, max: 2, noNaN: true }), (q0, excess) => {
        // Just beside the edge: more weights, the same bias.
        const { sigmaW2, sigmaB2 } = criticalPoint(tanh, q0);
        expect(correlationFixedPoint(tanh, sigmaW2, sigmaB2, q0)).toBe(1);
        const q = fixedPoint(tanh, sigmaW2 * excess, sigmaB2);
        const c = correlationFixedPoint(tanh, sigmaW2 * excess, sigmaB2, q);
        const slope = correlationSlope(tanh, sigmaW2 * excess, q)(c);
        expect(c).toBeGreaterThan(0);
        expect(c).toBeLessThan(1);
        expect(slope).toBeLessThan(1);
        // An error of the map moves its fixed point by 1/(1 − slope) times as much.
        const error = (2 * PRODUCT * sigmaW2 * excess) / q;
        expect(Math.abs(correlationMap(tanh, sigmaW2 * excess, sigmaB2, q)(c) - c)).toBeLessThanOrEqual(error);
      }),
      { seed: 1, numRuns: 8 },
    );
  });

  test('of an odd activation without bias is 0 where the gradient explodes: two inputs become orthogonal', () => {
    const q = fixedPoint(tanh, 25 / 9);
    expect(Math.abs(correlationFixedPoint(tanh, 25 / 9, 0, q))).toBeLessThanOrEqual(PRODUCT);
  });
});
