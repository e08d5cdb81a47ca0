import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bracketedRoot } from '../../../src/numeric/index.ts';
import { ParameterError } from '../../../src/parameter.ts';

describe('bracketedRoot', () => {
  const counted = (f: (x: number) => number, low: number, high: number, tolerance: number) => {
    let count = 0;
    const x = bracketedRoot((t) => (count++, f(t)), low, high, tolerance);
    return { x, count };
  };

  test('lies within the tolerance of the root, of a rising or falling f', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.constantFrom(1, -1), (a, sign) => {
        const x = bracketedRoot((t) => sign * (t * t - a), 0, 20, 1e-12);
        return Math.abs(x - Math.sqrt(a)) <= 1e-12 + 4 * Number.EPSILON * Math.sqrt(a);
      }),
      { seed: 1 },
    );
  });

  test('takes no more steps than bisection and one, whatever f, and few where f is smooth', () => {
    const bisection = Math.ceil(Math.log2(1 / 2e-13));
    // Two values at the ends come before the first step.
    for (const f of [
      (x: number) => (x < 0.3 ? -1 : 1),
      (x: number) => x ** 9 - 1e-9,
      (x: number) => Math.atan(1e6 * (x - 0.9)),
    ]) {
      expect(counted(f, 0, 1, 1e-13).count).toBeLessThanOrEqual(2 + bisection + 1);
    }
    const smooth = counted((x) => Math.cos(x) - x, 0, 1, 1e-13);
    expect(smooth.count).toBeLessThanOrEqual(12);
    expect(Math.abs(smooth.x - 0.7390851332151607)).toBeLessThanOrEqual(1e-13); // Dottie's number
  });

  test('may lie at an end, or be hit exactly', () => {
    expect(bracketedRoot((x) => x, 0, 1, 1e-12)).toBeLessThanOrEqual(1e-12);
    expect(bracketedRoot((x) => x - 0.5, 0, 1, 1e-12)).toBe(0.5);
  });

  test('is refused where the ends have one sign', () => {
    expect(() => bracketedRoot((x) => x * x + 1, -1, 1, 1e-9)).toThrow(ParameterError);
    expect(() => bracketedRoot((x) => x * x + 1, -1, 1, 1e-9)).toThrow(
      '[low, high] must be an interval at whose ends f has opposite signs; got [-1, 1]',
    );
  });
});
