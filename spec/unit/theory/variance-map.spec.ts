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

describe('the critical point of tanh, σ_w = 1 without bias', () => {
  /** std of the activations after layers 0 … L − 1; with σ_w = 1 its square is the next q. */
  function stds(sigmaW2: number, layers: number): number[] {
    const V = varianceMap(tanh, sigmaW2);
    const q = [sigmaW2];
    while (q.length <= layers) q.push(V(q[q.length - 1]));
    return q.slice(1).map((next) => Math.sqrt(next / sigmaW2));
  }
  /** The log-log slope over a doubling of the layers. */
  const exponent = (std: readonly number[], l: number) => Math.log2(std[2 * l] / std[l]);
  const mpmath = theory.meanField.find(({ id }) => id === 'inverse-sqrt-tanh')!.std;
  const ours = stds(1, 2049);

  test.each([
    ['mpmath’s 100 layers', mpmath],
    ['the map’s 2,049', ours],
  ])('is where the std goes as 1/√(2l), with the exponent −½: %s', (_, std) => {
    // E tanh² = q − 2q² + 17q³/3 − … makes y = 1/q of the next layer y + 2 − 5/(3y) + O(y⁻²), so that y = 2l − (5/6)ln l + C + O(ln l/l).
    // The std is 1/√(2l) but for a share ((5/6)ln l − C)/(4l), and its exponent lies nearer still to −½: (ln l)/(4l) bounds both where
    // C is between 0 and 5, from layer 16 on.
    const y = std.map((one) => 1 / one ** 2);
    for (let l = 16; 2 * l < std.length; l *= 2) {
      const share = Math.log(l) / (4 * l);
      expect(Math.abs(y[2 * l] - y[l] - 2 * l + (5 / 6) * Math.LN2), `layer ${l}`).toBeLessThanOrEqual(4 * share);
      expect(Math.abs(std[l] * Math.sqrt(2 * l) - 1), `layer ${l}`).toBeLessThanOrEqual(share);
      expect(Math.abs(exponent(std, l) + 0.5), `layer ${l}`).toBeLessThanOrEqual(share);
    }
  });

  test('is where alone it does: with σ_w = .99 the decay is exponential, with σ_w = 1.01 there is a plateau', () => {
    // Below, ln std falls by −ln .99 a layer at least; above, q* = (σ_w² − 1)/2 = .01 nearly, reached as e^(−.02 l).
    expect(exponent(stds(0.99 ** 2, 1025), 512)).toBeLessThan(512 * Math.log2(0.99));
    expect(Math.abs(exponent(stds(1.01 ** 2, 1025), 512))).toBeLessThan(Math.exp(-0.02 * 512));
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
