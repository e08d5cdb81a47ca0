import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussianExpectation, gaussianProduct, type Integral } from '../../../src/numeric/index.ts';

type Real = (x: number) => number;

/** f, its kinks, and E[f(u₁)f(u₂)] as a function of c: closed forms with their sources. */
const cases: Record<string, { f: Real; kinks: number[]; truth: Real }> = {
  // Hermite polynomials are orthogonal, and E[He₃(u₁)He₃(u₂)] = 3!·c³ (Mehler).
  'a cubic': { f: (u) => u ** 3 - 3 * u, kinks: [], truth: (c) => 6 * c ** 3 },
  exp: { f: Math.exp, kinks: [], truth: (c) => Math.exp(1 + c) },
  'sin 3u': { f: (u) => Math.sin(3 * u), kinks: [], truth: (c) => Math.exp(-9) * Math.sinh(9 * c) },
  // Sheppard 1899.
  'a step': { f: (u) => (u > 0 ? 1 : 0), kinks: [0], truth: (c) => 0.5 - Math.acos(c) / (2 * Math.PI) },
  // Cho & Saul 2009, eq. 6, with n = 1.
  ReLU: {
    f: (u) => Math.max(0, u),
    kinks: [0],
    truth: (c) => (Math.sqrt((1 - c) * (1 + c)) + c * (Math.PI - Math.acos(c))) / (2 * Math.PI),
  },
  '|u|': { f: Math.abs, kinks: [0], truth: (c) => (2 / Math.PI) * (Math.sqrt((1 - c) * (1 + c)) + c * Math.asin(c)) },
};

const near = [1e-16, 1e-10, 1e-6, 1e-3];
const correlations = [-1, ...near.map((d) => d - 1), -0.5, -1e-9, 0, 1e-9, 0.3, 0.95, ...near.map((d) => 1 - d), 1];

/** The true error may exceed the bound by rounding, of the integral or of the closed form. */
const isBounded = ({ value, error }: Integral, truth: number, rounding: number) =>
  Math.abs(value - truth) <= error + rounding * Math.max(1, Math.abs(truth));

describe('gaussianProduct', () => {
  test.each(Object.keys(cases))('of %s is the closed form, at every c from −1 to 1, and knows its error', (name) => {
    const { f, kinks, truth } = cases[name];
    for (const c of correlations) {
      const integral = gaussianProduct(f, c, kinks);
      expect(isBounded(integral, truth(c), 32 * Number.EPSILON), `c = ${c}: ${integral.value}, not ${truth(c)}`).toBe(true);
      // At c = 1 it is E[f²], by Cauchy and Schwarz the most that it can be: the scale of the integrand.
      expect(Math.abs(integral.value - truth(c)), `c = ${c}`).toBeLessThanOrEqual(1e-10 * Math.max(1, truth(1)));
      // The bound is wide where f grows faster than a line: it takes the worst inner error for all of them.
      if (f(8) <= 8) expect(integral.error, `c = ${c}`).toBeLessThanOrEqual(1e-10);
    }
  });

  test('of a hard step in two places is seen, however the two lines of kinks cross', () => {
    // P(|u₁| < h, |u₂| < h) by Plackett's identity: ∂P/∂c = the density at the square's corners, twice each.
    const h = 0.7;
    const box: Real = (u) => (Math.abs(u) < h ? 1 : 0);
    const corner = (c: number) => {
      const density = (r: number) => Math.exp((-h * h) / (1 + r)) / (2 * Math.PI * Math.sqrt(1 - c * c));
      return 2 * (density(c) - density(-c));
    };
    const step = 1e-4;
    for (const c of [-0.6, 0.2, 0.8]) {
      const slope = (gaussianProduct(box, c + step, [-h, h]).value - gaussianProduct(box, c - step, [-h, h]).value) / (2 * step);
      // step²/6 of a third derivative below 30, and the error of two integrals over 2·step.
      expect(Math.abs(slope - corner(c))).toBeLessThanOrEqual(5 * step ** 2 + 1e-10 / step);
    }
  });

  test('meets the products of one variable: E[f]² at c = 0, E[f²] at c = 1, E[f(z)f(−z)] at c = −1', () => {
    const step: Real = (u) => Math.tanh(40 * u + 8);
    const marks = [-0.7, -0.2, 0.3];
    const mean = gaussianExpectation(step, marks).value;
    const mirrored = gaussianExpectation((z) => step(z) * step(-z), [...marks, 0, 0.7, 0.2, -0.3]).value;
    expect(isBounded(gaussianProduct(step, 0, marks), mean ** 2, 1e-13)).toBe(true);
    expect(isBounded(gaussianProduct(step, -1, marks), mirrored, 1e-13)).toBe(true);
    expect(isBounded(gaussianProduct(step, 1, marks), gaussianExpectation((z) => step(z) ** 2, marks).value, 1e-13)).toBe(true);
  });

  test('is even in the sign of c for even f, odd for odd f', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.1, max: 3, noNaN: true }), (c, s) => {
        const odd = gaussianProduct((u) => Math.tanh(s * u), c);
        const mirror = gaussianProduct((u) => Math.tanh(s * u), -c);
        return Math.abs(odd.value + mirror.value) <= odd.error + mirror.error;
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  test('costs less than 200,000 values of a tanh', () => {
    for (const c of correlations) {
      let count = 0;
      gaussianProduct((u) => {
        count++;
        return Math.tanh(u);
      }, c);
      expect(count, `c = ${c}`).toBeLessThan(200_000);
    }
  });
});
