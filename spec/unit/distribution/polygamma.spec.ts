import { describe, expect, test } from 'vitest';
import { digamma, trigamma } from '../../../src/distribution/index.ts';
import { CEPHES, relativeError, worst } from './accuracy.ts';
import { distributions } from './fixtures.ts';

const { gammaDerivatives } = distributions;

describe('the derivatives of ln Γ', () => {
  test('digamma agrees with mpmath', () => {
    const { error, at } = worst(gammaDerivatives, ({ x, digamma: value }) => relativeError(digamma(x), value));
    expect(error, JSON.stringify(at)).toBeLessThanOrEqual(CEPHES);
  });

  test('trigamma agrees with mpmath', () => {
    const { error, at } = worst(gammaDerivatives, ({ x, trigamma: value }) => relativeError(trigamma(x), value));
    expect(error, JSON.stringify(at)).toBeLessThanOrEqual(CEPHES);
  });

  test('both obey their recurrences, ψ(x + 1) = ψ(x) + 1/x and ψ₁(x + 1) = ψ₁(x) − 1/x²', () => {
    for (const x of [0.25, 1.5, 10, 1000]) {
      expect(relativeError(digamma(x + 1), digamma(x) + 1 / x)).toBeLessThanOrEqual(CEPHES);
      expect(relativeError(trigamma(x + 1), trigamma(x) - 1 / x ** 2)).toBeLessThanOrEqual(CEPHES);
    }
  });
});
