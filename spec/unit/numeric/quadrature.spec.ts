import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussianExpectation, type Integral, integrate } from '../../../src/numeric/index.ts';
import { fixture } from '../../fixture.ts';

const { gains } = fixture<{ gains: { tanhMoment: number } }>('theory/theory.json');

/** The true error may exceed the bound by the rounding of the sum itself: a few ε of the value. */
const isBounded = ({ value, error }: Integral, truth: number) =>
  Math.abs(value - truth) <= error + 16 * Number.EPSILON * Math.max(1, Math.abs(truth));

describe('integrate', () => {
  test('is exact for polynomials up to degree 22, which 15 Kronrod nodes integrate', () => {
    for (const degree of [0, 1, 7, 13, 22]) {
      const { value } = integrate((x) => x ** degree, -1, 2);
      const truth = (2 ** (degree + 1) - (-1) ** (degree + 1)) / (degree + 1);
      expect(Math.abs(value - truth)).toBeLessThanOrEqual(16 * Number.EPSILON * truth);
    }
  });

  test('bounds its error: smooth, peaked, kinked and oscillating integrands', () => {
    const cases: [Integral, number][] = [
      [integrate(Math.exp, 0, 1), Math.E - 1],
      [integrate((x) => 1 / (1e-4 + x * x), -1, 1), 200 * Math.atan(100)],
      [integrate((x) => Math.abs(x - 1 / 3), 0, 1), 5 / 18],
      [integrate((x) => Math.sin(50 * x), 0, 3), (1 - Math.cos(150)) / 50],
      [integrate(Math.sqrt, 0, 1), 2 / 3],
    ];
    for (const [integral, truth] of cases) {
      expect(isBounded(integral, truth)).toBe(true);
      expect(integral.error).toBeLessThanOrEqual(1e-12 * Math.max(1, truth));
    }
  });

  test('of an integrand times c is c times the integral, and changes sign with its ends', () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true }), (c, to) => {
        const { value } = integrate((x) => c * Math.cos(x), 0, to);
        const back = integrate((x) => c * Math.cos(x), to, 0);
        const tolerance = 2e-13 * Math.max(1, Math.abs(c));
        return Math.abs(value - c * Math.sin(to)) <= tolerance && Math.abs(value + back.value) <= tolerance;
      }),
      { seed: 1 },
    );
  });

  test('takes a tolerance', () => {
    const evaluations = (tolerance: number) => {
      let count = 0;
      integrate(
        (x) => {
          count++;
          return Math.sqrt(x);
        },
        0,
        1,
        tolerance,
      );
      return count;
    };
    expect(evaluations(1e-4)).toBeLessThan(evaluations(1e-12));
  });

  test('comes to an end where the integrand is NaN', () => {
    let count = 0;
    const spoilt = () => {
      if (++count > 100_000) throw new Error('more than 100,000 evaluations');
      return Number.NaN;
    };
    expect(() => integrate(spoilt, 0, 1)).not.toThrow('evaluations');
  });
});

describe('gaussianExpectation', () => {
  test('of z²ᵏ is (2k − 1)!!', () => {
    for (const [k, moment] of [1, 1, 3, 15, 105, 945].entries()) {
      const integral = gaussianExpectation((z) => z ** (2 * k));
      expect(isBounded(integral, moment), `z^${2 * k}`).toBe(true);
      expect(integral.error).toBeLessThanOrEqual(2e-13 * moment);
    }
  });

  test('of an odd function is 0', () => {
    expect(Math.abs(gaussianExpectation((z) => z ** 3).value)).toBeLessThanOrEqual(1e-13);
  });

  test('of eᶻ is √e', () => {
    expect(isBounded(gaussianExpectation(Math.exp), Math.exp(0.5))).toBe(true);
  });

  test('of tanh² is what mpmath finds', () => {
    expect(
      isBounded(
        gaussianExpectation((z) => Math.tanh(z) ** 2),
        gains.tanhMoment,
      ),
    ).toBe(true);
  });

  test('of |z| is √(2/π), its kink at 0 an end of the integral', () => {
    expect(isBounded(gaussianExpectation(Math.abs), Math.sqrt(2 / Math.PI))).toBe(true);
  });

  test('of |z − 1| is 2φ(1) + 2Φ(1) − 1, and costs less where the kink is known', () => {
    const truth = 1.1666309411753728; // Python's math.erfc
    const costs = (kinks: number[]) => {
      let count = 0;
      const f = (z: number) => {
        count++;
        return Math.abs(z - 1);
      };
      expect(isBounded(gaussianExpectation(f, kinks), truth)).toBe(true);
      return count;
    };
    expect(costs([1])).toBeLessThan(costs([]));
  });

  test('of a constant is that constant, whatever the kinks: unordered, doubled, or out of reach', () => {
    for (const kinks of [[], [1, -1], [0, 0], [-100, Infinity]]) {
      expect(
        isBounded(
          gaussianExpectation(() => 2, kinks),
          2,
        ),
      ).toBe(true);
    }
  });
});
