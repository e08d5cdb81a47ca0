import { describe, expect, test } from 'vitest';
import { activationNamed, type Activation, leakyRelu, linear, relu, tanh } from '../../../src/activation/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { edgeOfChaos, fixedPoint, fixedPoints, moments, varianceMap } from '../../../src/theory/index.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { QUADRATURE, theory } from './fixtures.ts';
import { prints, reference } from './reference.ts';

describe('fixedPoint', () => {
  const { sigma, q, std, slope } = theory.tanhFixedPoint;
  const sigmaW2 = 25 / 9;

  test('of tanh with σ_w = 5/3 is where mpmath finds it, and the std there 0.6513', () => {
    // An error of V moves its fixed point by 1/(1 − V′) times as much.
    const tolerance = (sigmaW2 * QUADRATURE) / (1 - slope) + 2 * Number.EPSILON * q;
    const found = fixedPoint(tanh, sigmaW2);
    expect(Math.abs(found - q)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(Math.sqrt(moments(tanh, found).secondMoment) - std)).toBeLessThanOrEqual(tolerance + QUADRATURE);
    expect(relativeError(Math.sqrt(found) / sigma, std)).toBeLessThanOrEqual(tolerance);
    expect(prints(found, '1.178480') && prints(Math.sqrt(found), '1.08558') && prints(Math.sqrt(found) / sigma, '.651347')).toBe(
      true,
    );
  });

  test('is near (σ_w² − 1)/2 just above the critical point', () => {
    // σ²(q − 2q² + 17q³/3) = q gives q = (σ² − 1)/(2σ²)·(1 + O(σ² − 1)), with a factor below 3.
    for (const excess of [1e-3, 1e-4, 1e-8]) {
      // The fixed point of a map that is right to some ε is right to ε/excess.
      const tolerance = 3 * excess + (8 * Number.EPSILON) / excess;
      expect(relativeError(fixedPoint(tanh, 1 + excess), excess / 2)).toBeLessThanOrEqual(tolerance);
    }
  });

  test('is where iteration from σ_w² + σ_b² ends, up or down', () => {
    for (const [name, w2, b2] of [
      ['tanh', 1.3, 0.05],
      ['tanh', 0.5, 3],
      ['gelu', 2, 0.04],
      ['selu', 1, 0],
      ['selu', 0.81, 0.3],
      ['sigmoid', 9, 0],
      ['relu', 1, 0.5],
    ] as const) {
      const V = varianceMap(activationNamed(name), w2, b2);
      let q = w2 + b2;
      for (let layer = 0; layer < 400; layer++) q = V(q);
      // Each of them contracts by 0.9 a layer or faster: 0.9⁴⁰⁰ = 5e-19.
      expect(relativeError(fixedPoint(activationNamed(name), w2, b2), q), `${name} ${w2} ${b2}`).toBeLessThanOrEqual(1e-11);
    }
  });

  test('of SELU is (0, 1) with σ_w = 1; with PyTorch’s gain ¾ its RMS is .2024, the std .1996', () => {
    const selu = activationNamed('selu');
    const { slope: contraction } = fixedPoints(selu, 1)[1];
    expect(Math.abs(fixedPoint(selu, 1) - 1)).toBeLessThanOrEqual((2 * QUADRATURE) / (1 - contraction));
    expect(Math.abs(moments(selu, 1).mean)).toBeLessThanOrEqual(QUADRATURE);
    const quarter = fixedPoint(selu, 9 / 16);
    const { mean, secondMoment } = moments(selu, quarter);
    expect(relativeError(quarter, reference.selu.threeQuarters.q)).toBeLessThanOrEqual((4 * QUADRATURE) / (1 - 0.93));
    expect(relativeError(Math.sqrt(secondMoment), reference.selu.threeQuarters.rms)).toBeLessThanOrEqual(1e-11);
    expect(relativeError(Math.sqrt(secondMoment - mean ** 2), reference.selu.threeQuarters.std)).toBeLessThanOrEqual(1e-11);
    expect(prints(Math.sqrt(secondMoment), '.2024') && prints(Math.sqrt(secondMoment - mean ** 2), '.1996')).toBe(true);
  });

  test.each([0, 0.25, 0.9801, 1])('does not exist for tanh with σ_w² = %d: the signal dies', (sigma2) => {
    expect(() => fixedPoint(tanh, sigma2)).toThrow(ParameterError);
    expect(() => fixedPoint(tanh, sigma2)).toThrow(`sigmaW2 must be large enough for tanh to keep a signal alive; got ${sigma2}`);
  });

  test.each<[string, Activation, number]>([
    ['linear', linear, 1],
    ['relu', relu, 2],
    ['leaky_relu', leakyRelu(), 2 / (1 + 0.01 ** 2)],
  ])(
    'does not exist for %s at its gain, which knows no scale; below it the signal dies, above it explodes',
    (name, activation, critical) => {
      expect(() => fixedPoint(activation, critical)).toThrow(
        `activation must be one that knows a scale, for q* to exist; got "${name}"`,
      );
      expect(() => fixedPoint(activation, critical / 2)).toThrow(
        `sigmaW2 must be large enough for ${name} to keep a signal alive`,
      );
      expect(() => fixedPoint(activation, critical * 2)).toThrow(
        `sigmaW2 must be small enough for ${name} to keep a signal bounded`,
      );
      expect(() => fixedPoint(activation, critical, 0.1)).toThrow(
        `sigmaW2 must be small enough for ${name} to keep a signal bounded`,
      );
    },
  );

  test('does not exist for GELU at its gain: q = 1 is fixed, but everything above it explodes', () => {
    expect(() => fixedPoint(activationNamed('gelu'), 1.54 ** 2)).toThrow(
      'sigmaW2 must be small enough for gelu to keep a signal bounded',
    );
  });
});

describe('fixedPoints', () => {
  test('are all there are, with their slopes: one, two or three, the lowest first', () => {
    const found = fixedPoints(tanh, 25 / 9);
    expect(found.map(({ stable }) => stable)).toEqual([false, true]);
    expect(found[0]).toEqual({ q: 0, slope: 25 / 9, stable: false });
    expect(Math.abs(found[1].slope - theory.tanhFixedPoint.slope)).toBeLessThanOrEqual((25 / 9) * 4 * QUADRATURE * 10);
    expect(prints(found[1].slope, '.430899')).toBe(true);
    expect(fixedPoints(tanh, 0.5)).toEqual([{ q: 0, slope: 0.5, stable: true }]);
    expect(fixedPoints(tanh, 1)).toEqual([{ q: 0, slope: 1, stable: false }]);
    expect(fixedPoints(tanh, 0)).toEqual([{ q: 0, slope: 0, stable: true }]);
    expect(fixedPoints(tanh, 0.5, 1e-30).map(({ q }) => q / 1e-30)).toEqual([expect.closeTo(2, 12)]);
  });

  test('of GELU on its edge of chaos at σ_b = .2 are two, of which the critical one is unstable', () => {
    const gelu = activationNamed('gelu');
    const edge = edgeOfChaos(gelu, 0.04);
    const found = fixedPoints(gelu, edge.sigmaW2, 0.04);
    expect(found.map(({ stable }) => stable)).toEqual([true, false]);
    expect(relativeError(found[1].q, edge.q)).toBeLessThanOrEqual(1e-10);
  });

  test('are found where two of them all but meet, between the points of any grid', () => {
    // GELU's V touches the diagonal at some σ_b: just below it there are two fixed points, just above none.
    const gelu = activationNamed('gelu');
    const count = (b2: number) => fixedPoints(gelu, 2.3, b2).length;
    let [two, none] = [0.01, 0.2];
    expect([count(two), count(none)]).toEqual([2, 0]);
    while (none - two > 1e-9) {
      const middle = (two + none) / 2;
      if (count(middle) === 2) two = middle;
      else none = middle;
    }
    const [low, high] = fixedPoints(gelu, 2.3, two);
    // They part as the root of the distance: 1e-9 apart in σ_b² is some 1e-4 in q.
    expect(high.q / low.q).toBeLessThan(1.001);
    expect([low.stable, high.stable]).toEqual([true, false]);
  });

  test('of homogeneous activations are on a straight line: σ_b²/(1 − χ), none, or every q, for which q = 0 stands', () => {
    expect(fixedPoints(relu, 1, 0.3)).toEqual([
      { q: expect.closeTo(0.6, 12) as number, slope: expect.closeTo(0.5, 12) as number, stable: true },
    ]);
    expect(fixedPoints(relu, 1)).toEqual([{ q: 0, slope: expect.closeTo(0.5, 12) as number, stable: true }]);
    expect(fixedPoints(relu, 3)).toEqual([{ q: 0, slope: expect.closeTo(1.5, 12) as number, stable: false }]);
    expect(fixedPoints(relu, 3, 0.1)).toEqual([]);
    expect(fixedPoints(relu, 2, 0.1)).toEqual([]);
    expect(fixedPoints(relu, 2)).toEqual([{ q: 0, slope: 1, stable: false }]);
  });
});
