import { describe, expect, test } from 'vitest';
import { activationNamed, linear, relu, tanh } from '../../../src/activation/index.ts';
import { aimedVariance } from '../../../src/claim/aim.ts';
import { words } from './words.ts';

/** SciPy's quadrature has an error below 1e-10, and ln q is sought here to 1e-6, of which σ_w² has at most as much as q. */
const TOLERANCE = 3e-6;

const relative = (value: number | null, expected: number) => Math.abs((value ?? Number.NaN) / expected - 1);

describe('the variance of the weights that a word asks for', () => {
  test.each(words.wanted)(
    'is the one at which an std of $near comes out of $activation that it goes into, with biases of variance $sigmaB2',
    ({ activation, near, sigmaB2, sigmaW2 }) => {
      const found = aimedVariance(activationNamed(activation), { keeps: 'signal', near }, sigmaB2);
      expect(relative(found, sigmaW2)).toBeLessThan(TOLERANCE);
    },
  );

  test.each(words.unreachable)(
    'keeps a mean square of 1 where $activation has no std of $near',
    ({ activation, near, sigmaW2 }) => {
      expect(relative(aimedVariance(activationNamed(activation), { keeps: 'signal', near }), sigmaW2)).toBeLessThan(1e-9);
    },
  );

  test('knows no scale where the activation knows none', () => {
    for (const near of [0.01, 1, 100]) {
      expect(aimedVariance(relu, { keeps: 'signal', near })).toBeCloseTo(2, 12);
      expect(aimedVariance(linear, { keeps: 'signal', near })).toBeCloseTo(1, 12);
    }
  });

  test('is that of the edge of chaos for the gradient: 2 for ReLU, 1 for tanh, none where biases leave none', () => {
    expect(aimedVariance(relu, { keeps: 'gradient' })).toBeCloseTo(2, 12);
    expect(aimedVariance(tanh, { keeps: 'gradient' })).toBeCloseTo(1, 12);
    expect(aimedVariance(relu, { keeps: 'gradient' }, 0.1)).toBeNull();
  });

  test('is the square of the growth, where the activation knows no scale, and else is not told', () => {
    expect(aimedVariance(linear, { keeps: 'growth', factor: 16 })).toBeCloseTo(256, 10);
    expect(aimedVariance(relu, { keeps: 'growth', factor: 0.5 })).toBeCloseTo(0.5, 12);
    expect(aimedVariance(tanh, { keeps: 'growth', factor: 1 })).toBeNull();
  });
});
