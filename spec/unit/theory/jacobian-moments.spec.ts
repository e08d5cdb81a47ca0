import { describe, expect, test } from 'vitest';
import { jacobianMoments } from '../../../src/theory/index.ts';
import { relativeError } from '../distribution/accuracy.ts';
import { finiteWidth, STANDARD_ERRORS } from './finite-width.ts';

const KINDS = [
  { activation: 'linear', weights: 'gaussian' },
  { activation: 'linear', weights: 'orthogonal' },
  { activation: 'relu', weights: 'gaussian' },
  { activation: 'relu', weights: 'orthogonal' },
] as const;

describe('jacobianMoments', () => {
  test.each(finiteWidth.jacobians)(
    'are those of $networks networks: $activation, $weights, n = $width, L = $depth',
    ({ activation, weights, width, depth, ...drawn }) => {
      const { m1, m1Variance, m2, ratio } = jacobianMoments({ activation, weights, width, depth });
      expect(Math.abs(m1 - drawn.m1)).toBeLessThanOrEqual(STANDARD_ERRORS * drawn.m1Error);
      expect(Math.abs(m1Variance + 1 - drawn.m1Square)).toBeLessThanOrEqual(STANDARD_ERRORS * drawn.m1SquareError);
      expect(Math.abs(m2 - drawn.m2)).toBeLessThanOrEqual(STANDARD_ERRORS * drawn.m2Error);
      expect(ratio).toBe(m2 / m1 ** 2);
    },
  );

  test.each(KINDS)('have the ratio of Pennington, Schoenholz & Ganguli at infinite width: $activation, $weights', (kind) => {
    for (const L of [1, 5, 20, 1000]) {
      const published = kind.weights === 'orthogonal' ? { linear: 1, relu: 1 + L } : { linear: 1 + L, relu: 1 + 2 * L };
      expect(jacobianMoments({ ...kind, depth: L, width: Infinity })).toEqual({
        m1: 1,
        m1Variance: 0,
        m2: published[kind.activation],
        ratio: published[kind.activation],
      });
    }
  });

  test.each(KINDS)('come near those limits as 1/n: $activation, $weights', (kind) => {
    const at = (width: number) => jacobianMoments({ ...kind, depth: 20, width }).ratio;
    const excess = (width: number) => at(width) - at(Infinity);
    // The next term is O(L²/n) of the first: 400/10⁶.
    if (kind.activation === 'relu' || kind.weights === 'gaussian')
      expect(Math.abs(excess(1e6) / excess(2e6) - 2)).toBeLessThanOrEqual(4e-3);
    else expect(excess(1e6)).toBe(0);
  });

  test.each([
    [KINDS[0], 3],
    [KINDS[1], 1],
    [KINDS[2], 6],
    [KINDS[3], 2],
  ] as const)('of a single unit are E (J²)², a product of fourth moments: %o', (kind, fourth) => {
    // E z⁴ = 3 of N(0, 1); 4·3·½ of a ReLU with N(0, 2); 4·½ of one with ±√2.
    for (const depth of [1, 2, 7]) {
      const { m1Variance, m2 } = jacobianMoments({ ...kind, depth, width: 1 });
      expect(relativeError(m2, fourth ** depth)).toBeLessThanOrEqual(8 * depth * Number.EPSILON);
      expect(relativeError(m1Variance + 1, m2)).toBeLessThanOrEqual(8 * depth * Number.EPSILON);
    }
  });

  test('E m₂/E m₁² of a linear Gaussian network is 6.20 and 22.77 at n = 64, L = 5 and 20', () => {
    const of = (depth: number) => jacobianMoments({ activation: 'linear', weights: 'gaussian', depth, width: 64 });
    for (const [depth, printed] of [
      [5, '6.20'],
      [20, '22.77'],
    ] as const) {
      const { m1Variance, m2 } = of(depth);
      expect((m2 / (1 + m1Variance)).toFixed(2)).toBe(printed);
    }
  });

  test('want a depth, a width, and an activation and weights that they know', () => {
    const network = { activation: 'relu', weights: 'gaussian', depth: 5, width: 64 } as const;
    expect(() => jacobianMoments({ ...network, depth: 0 })).toThrow('depth must be a positive integer; got 0');
    expect(() => jacobianMoments({ ...network, width: 1.5 })).toThrow('width must be a positive integer or Infinity; got 1.5');
    expect(() => jacobianMoments({ ...network, activation: 'tanh' as 'relu' })).toThrow(
      'activation must be one of linear, relu; got "tanh"',
    );
    expect(() => jacobianMoments({ ...network, weights: 'uniform' as 'gaussian' })).toThrow(
      'weights must be one of gaussian, orthogonal; got "uniform"',
    );
  });
});
