import { describe, expect, test } from 'vitest';
import { activationNames } from '../../../src/activation/index.ts';
import { activationOf, values } from './fixtures.ts';

const EPSILON = Number.EPSILON;

/**
 * Relative rounding of φ and φ′ in units of ε: 4 for the arithmetic and the library's functions, and the argument of an
 * exponential times its own relative rounding: ε/2 of x², 2ε of (x·√½)² = x²/2, 2ε of the argument of gelu_tanh, a product of four.
 */
function roundings(name: string, x: number): number {
  if (name === 'erf' || name === 'gelu') return 4 + x * x;
  if (name === 'gelu_tanh') return 4 + 4 * Math.sqrt(2 / Math.PI) * Math.abs(x + 0.044715 * x ** 3);
  return 4;
}

describe.each(activationNames)('%s', (name) => {
  const own = values.filter(({ activation }) => activation === name);

  test('has the values and the derivatives of mpmath, in the tails too', () => {
    expect(own.length).toBeGreaterThan(30);
    for (const value of own) {
      const { x, phi, derivative } = value;
      const tolerance = EPSILON * roundings(name, x);
      const actual = activationOf(value);
      expect(Math.abs(actual.phi(x) - phi), `φ(${x})`).toBeLessThanOrEqual(tolerance * Math.abs(phi));
      if (derivative === null) expect(actual.kinks).toContain(x);
      else expect(Math.abs(actual.derivative(x) - derivative), `φ′(${x})`).toBeLessThanOrEqual(tolerance * Math.abs(derivative));
    }
  });

  test("has PyTorch's values, and autograd's derivatives, at its kinks too", () => {
    for (const value of own) {
      const { x, torch } = value;
      // PyTorch rounds 1 + erf, 1 + tanh and 1 − σ at size 1, and multiplies by x; above 20 its softplus is the identity.
      const threshold = name === 'softplus' && x > 20 ? Math.exp(-x) : 0;
      const tolerance = 2 * EPSILON * Math.max(1, Math.abs(x)) + threshold;
      const actual = activationOf(value);
      expect(Math.abs(actual.phi(x) - torch.phi), `φ(${x})`).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(actual.derivative(x) - torch.derivative), `φ′(${x})`).toBeLessThanOrEqual(tolerance);
      if (actual.kinks.includes(x)) expect(actual.derivative(x)).toBe(torch.derivative);
    }
  });
});
