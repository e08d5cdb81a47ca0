import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { root } from '../../../src/numeric/index.ts';
import { ParameterError } from '../../../src/parameter.ts';

describe('root', () => {
  test('is found to the last bit: the sign of f changes within one ε of it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (a) => {
        const x = root((t) => t * t - a, 0, 20);
        return Math.abs(x - Math.sqrt(a)) <= 2 * Number.EPSILON * Math.sqrt(a);
      }),
      { seed: 1 },
    );
  });

  test('is found of a falling function too, and where f jumps', () => {
    expect(Math.abs(root(Math.cos, 0, 3) - Math.PI / 2)).toBeLessThanOrEqual(2 * Number.EPSILON);
    expect(root((x) => (x < 0.3 ? -1 : 1), 0, 1)).toBeCloseTo(0.3, 15);
  });

  test('may lie at an end', () => {
    expect(root((x) => x, 0, 1)).toBeLessThanOrEqual(Number.MIN_VALUE);
    expect(root((x) => x - 1, 0, 1 + Number.EPSILON)).toBeCloseTo(1, 15);
  });

  test('is refused where the ends have one sign', () => {
    expect(() => root((x) => x * x + 1, -1, 1)).toThrow(ParameterError);
    expect(() => root((x) => x * x + 1, -1, 1)).toThrow(
      '[low, high] must be an interval at whose ends f has opposite signs; got [-1, 1]',
    );
  });
});
