import { describe, expect, test } from 'vitest';
import { leakyRelu, linear, relu, tanh } from '../../../src/activation/index.ts';
import { moments, varianceMap } from '../../../src/theory/index.ts';
import { type LogResponse, logResponses, respond } from '../../../src/theory/log-response.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { DRAWN } from './finite-width.ts';
import { QUADRATURE } from './fixtures.ts';

/** Of central differences: their own error is (h²/6)·|f‴| and (h²/12)·|f⁗|, of order h²; rounding's, 1e-13/h². */
const STEP = 1e-3;
const DIFFERENCE = STEP ** 2 + 4e-13 / STEP ** 2;

function differences(f: (x: number) => number, x: number): Pick<LogResponse, 'value' | 'slope' | 'curvature'> {
  const [before, value, after] = [f(x - STEP), f(x), f(x + STEP)];
  return { value, slope: (after - before) / (2 * STEP), curvature: (after - 2 * value + before) / STEP ** 2 };
}

describe('logResponses', () => {
  test.each([
    ['tanh', tanh, 1.5, 0],
    ['tanh with biases', tanh, 1.5, 0.05],
    ['GELU with biases', DRAWN.gelu, 1.5, 0.25],
    ['ReLU with biases', relu, 2, 0.3],
    ['leaky ReLU', leakyRelu(0.2), 1, 0],
  ] as const)('are the logarithms of V and of Var φ, with the derivatives that differences show: %s', (_, phi, w, b) => {
    const V = varianceMap(phi, w, b);
    const S = (q: number) => {
      const { mean, secondMoment } = moments(phi, q);
      return secondMoment - mean ** 2;
    };
    for (const x of [-2, 0, 1.7]) {
      const { next, sampleVariance } = logResponses(phi, w, b, x, 100);
      for (const [response, f] of [
        [next, V],
        [sampleVariance, S],
      ] as const) {
        const expected = differences((x) => Math.log(f(Math.exp(x))), x);
        expect(Math.abs(response.value - expected.value)).toBeLessThanOrEqual(100 * QUADRATURE);
        expect(Math.abs(response.slope - expected.slope)).toBeLessThanOrEqual(DIFFERENCE);
        expect(Math.abs(response.curvature - expected.curvature)).toBeLessThanOrEqual(DIFFERENCE);
      }
    }
  });

  test('have the noise of χ²_n/n and χ²_{n−1}/(n−1) for linear, 5/n for ReLU, without a scale', () => {
    for (const x of [-800, -5, 0, 5, 800]) {
      const { next, sampleVariance } = logResponses(linear, 1, 0, x, 10);
      expect(relativeError(next.noise, 2 / 10)).toBeLessThanOrEqual(20 * QUADRATURE);
      expect(relativeError(sampleVariance.noise, 2 / 9)).toBeLessThanOrEqual(20 * QUADRATURE);
      expect(relativeError(logResponses(relu, 2, 0, x, 10).next.noise, 5 / 10)).toBeLessThanOrEqual(20 * QUADRATURE);
      expect(Math.abs(next.value - x)).toBeLessThanOrEqual(4 * QUADRATURE + Math.abs(x) * Number.EPSILON);
    }
  });

  test('of tanh are those of a straight line at small q, and of a step at large q', () => {
    const small = logResponses(tanh, 1, 0, -600, 10);
    expect(Math.abs(small.next.value + 600)).toBeLessThanOrEqual(100 * QUADRATURE);
    expect(relativeError(small.next.noise, 0.2)).toBeLessThanOrEqual(100 * QUADRATURE);
    const large = logResponses(tanh, 1, 0, 600, 10);
    // Of a step the slope is that of the strip where it is not one, 2/√(2πq): none.
    expect(Math.abs(large.next.value)).toBeLessThanOrEqual(100 * QUADRATURE);
    expect(Math.abs(large.next.noise)).toBeLessThanOrEqual(100 * QUADRATURE);
  });
});

describe('respond', () => {
  test('takes half the curvature into the mean, the slope squared into the variance, and the noise into both', () => {
    const response = { value: 1, slope: 3, curvature: 5, noise: 0.25 };
    expect(respond({ mean: 7, variance: 2 }, response)).toEqual({ mean: 1 + 5 - 0.125, variance: 18 + 0.25 });
  });
});
