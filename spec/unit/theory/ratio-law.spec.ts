import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { integrate } from '../../../src/numeric/index.ts';
import { linearRatioLaw, reluRatioLaw } from '../../../src/theory/index.ts';
import { CEPHES } from '../distribution/accuracy.ts';
import { type Ratio, theory } from './fixtures.ts';

describe('the law of the ratio q_{l+1}/q_l of one row', () => {
  const laws = { linear: linearRatioLaw, relu: reluRatioLaw };

  test.each<Ratio>(['linear', 'relu'])('agrees with mpmath, limits from the left included: %s', (activation) => {
    const points = theory.ratioCdf.filter((one) => one.activation === activation);
    expect(points.length).toBe(28);
    for (const { n, r, cdf, left } of points) {
      const law = laws[activation](n);
      // cephes, and up to n binomial weights below 1e-20 that are left out.
      const tolerance = (value: number) => CEPHES * value + n * 1e-20;
      expect(Math.abs(law.cdf(r) - cdf), `n ${n}, P(≤ ${r})`).toBeLessThanOrEqual(tolerance(cdf));
      expect(Math.abs(law.left(r) - left), `n ${n}, P(< ${r})`).toBeLessThanOrEqual(tolerance(left));
    }
  });

  test.each(theory.ratioLaws)(
    'has mean 1, variance $variance, and E ln = $lnMean, Var ln = $lnVariance: $activation, n = $n',
    ({ activation, n, variance, atom, lnMean, lnVariance }) => {
      const { cdf } = laws[activation](n);
      const sd = Math.sqrt(variance);
      expect(Math.abs(cdf(0) - atom)).toBeLessThanOrEqual(CEPHES * atom + n * 1e-20);
      // E r = ∫ (1 − F), E r² = ∫ 2r (1 − F), up to where nothing is left. 1 − F loses cephes' error of F on the way: its integrals too.
      const reach = 1 + 20 * sd;
      const first = integrate((r) => 1 - cdf(r), 0, reach, 1e-11).value;
      const second = integrate((r) => 2 * r * (1 - cdf(r)), 0, reach, 1e-11).value;
      expect(Math.abs(first - 1)).toBeLessThanOrEqual(CEPHES * reach);
      expect(Math.abs(second - first ** 2 - variance)).toBeLessThanOrEqual(CEPHES * (reach ** 2 + 2 * reach));
      // The same on the scale t = ln r, given r > 0, down to e⁻⁸⁰, where √r, the slowest tail, is 1e-17.
      const [low, high] = [-80, Math.log(reach)];
      const share = (t: number) => (cdf(Math.exp(t)) - atom) / (1 - atom);
      const side = (k: number) =>
        integrate((t) => k * t ** (k - 1) * (1 - share(t)), 0, high, 1e-11).value -
        integrate((t) => k * t ** (k - 1) * share(t), low, 0, 1e-11).value;
      const tolerance = 2 * CEPHES * (high + Math.abs(lnMean) + Math.sqrt(lnVariance) + 1) ** 2;
      expect(Math.abs(side(1) - lnMean)).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(side(2) - side(1) ** 2 - lnVariance)).toBeLessThanOrEqual(tolerance);
    },
  );

  test.each(theory.ratioLaws)(
    'states E ln and Var ln as mpmath has them: $activation, n = $n',
    ({ activation, n, lnMean, lnVariance }) => {
      const law = laws[activation](n);
      // E ln is the small difference of two terms of the size of ln n.
      expect(Math.abs(law.lnMean - lnMean)).toBeLessThanOrEqual(CEPHES * (1 + Math.log(n)));
      expect(Math.abs(law.lnVariance - lnVariance)).toBeLessThanOrEqual(CEPHES * lnVariance);
    },
  );

  test.each<Ratio>(['linear', 'relu'])('is a distribution function: from 0 at −1 to 1 at ∞, never falling: %s', (activation) => {
    const { cdf, left } = laws[activation](32);
    expect([cdf(-1), left(-1), left(0)]).toEqual([0, 0, 0]);
    expect(cdf(1e6)).toBeCloseTo(1, 12);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), fc.double({ min: 0, max: 1000, noNaN: true }), (a, b) => {
        return cdf(Math.min(a, b)) <= cdf(Math.max(a, b)) + 2 * CEPHES;
      }),
      { seed: 1 },
    );
  });

  test('wants a width', () => {
    expect(() => linearRatioLaw(0)).toThrow('n must be a positive integer; got 0');
    expect(() => reluRatioLaw(1.5)).toThrow('n must be a positive integer; got 1.5');
  });
});
