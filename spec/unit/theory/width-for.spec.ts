import { describe, expect, test } from 'vitest';
import { linear, relu, tanh } from '../../../src/activation/index.ts';
import { signalPopulation, widthFor } from '../../../src/theory/index.ts';
import { finiteWidth, DRAWN } from './finite-width.ts';

describe('widthFor', () => {
  test.each([
    [tanh, { sigmaW2: 1, depth: 100, factor: 1.5 }],
    [tanh, { sigmaW2: 25 / 9, depth: 100, factor: 1.02 }],
    [tanh, { sigmaW2: 1.5, sigmaB2: 0.05, depth: 20, factor: 1.1 }],
    [linear, { sigmaW2: 1, depth: 100, factor: 1.2 }],
    [relu, { sigmaW2: 2, depth: 100, factor: 2 }],
  ])(
    'is the first width whose 1st and 99th percentile lie within the factor of the median: %o',
    (activation, { factor, ...networks }) => {
      const width = widthFor(activation, { factor, ...networks });
      const spread = (n: number) => {
        const { hi, median } = signalPopulation(activation, { ...networks, width: n });
        return hi[networks.depth - 1] / median[networks.depth - 1];
      };
      expect(spread(width)).toBeLessThanOrEqual(factor * (1 + 4 * Number.EPSILON));
      expect(spread(width - 1)).toBeGreaterThan(factor);
    },
  );

  test('of a linear network is 2.326²·L/(2·ln² factor), to O(1)', () => {
    // z²·L·(2/n + 2/n² + …)/4 = ln² factor: with 2/n alone n is too small by 1, and by one more for rounding up.
    for (const factor of [1.05, 1.5]) {
      const first = (2.3263478740408408 ** 2 * 100) / 2 / Math.log(factor) ** 2;
      const width = widthFor(linear, { sigmaW2: 1, depth: 100, factor });
      expect(width).toBeGreaterThanOrEqual(Math.floor(first));
      expect(width).toBeLessThanOrEqual(Math.ceil(first) + 2);
    }
  });

  test.each(
    finiteWidth.populations.filter(
      ({ width, activation, sigmaW2, depth }) => width === 128 && !(activation === 'tanh' && sigmaW2 === 1 && depth === 100),
    ),
  )(
    'asks for 128 units, nearly, where 98% of 128 units wide networks kept to the factor: $activation, σ_w² $sigmaW2, L $depth',
    ({ activation, width, quantiles: [lo, , hi], quantileErrors: [loError, , hiError], ...networks }) => {
      // The factor whose square is hi/lo: a skewness that moves both cancels, and n goes as its logarithm to the −2.
      const share = (5 * Math.hypot(loError, hiError)) / (hi - lo);
      const found = widthFor(DRAWN[activation], { ...networks, factor: Math.exp((hi - lo) / 2) });
      expect(Math.abs(found / width - 1)).toBeLessThanOrEqual(2 * share + share ** 2 + 4 * networks.sd ** 2 * 2);
    },
  );

  test('wants a factor that some width can keep', () => {
    const networks = { sigmaW2: 1, depth: 100 };
    expect(() => widthFor(linear, { ...networks, factor: 1 })).toThrow('factor must be a finite number > 1; got 1');
    expect(() => widthFor(linear, { ...networks, factor: 1 + 1e-6 })).toThrow(
      'factor must be one that 2²⁶ units can keep; got 1.000001',
    );
  });
});
