import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { integrate } from '../../../src/numeric/index.ts';
import { linearRatioLaw, reluRatioLaw } from '../../../src/theory/index.ts';
import { CEPHES, relativeError } from '../distribution/accuracy.ts';
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
    'states its mean, its variance, E ln and Var ln as mpmath has them: $activation, n = $n',
    ({ activation, n, variance, lnMean, lnVariance }) => {
      const law = laws[activation](n);
      expect(law.mean).toBe(1);
      expect(relativeError(law.variance, variance)).toBeLessThanOrEqual(Number.EPSILON);
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

  // E ln(1 + δ) = −m₂/2 + m₃/3 − m₄/4 and Var ln = m₂ − m₃ + (m₄ − m₂²)/4 + (2/3)m₄, to O(1/n²), with the central moments m of r. In units of
  // 1/n and 1/n² these are 2, 8 and 3·2² for χ²_n/n, 5, 44 and 3·5² for ReLU.
  test.each([
    ['linear', { first: -1, second: -1 / 3 }, { first: 2, second: 2 }],
    ['relu', { first: -5 / 2, second: 44 / 3 - 75 / 4 }, { first: 5, second: -44 + 50 / 4 + 50 }],
  ] as const)(
    'has the E ln and Var ln of the delta method at large n, −1/n and 2/n (linear), −5/(2n) and 5/n (ReLU): %s',
    (activation, mean, variance) => {
      for (const n of [100, 1000]) {
        const { lnMean, lnVariance } = laws[activation](n);
        // Twice the next term, for those beyond it; E ln is a difference of terms of the size of ln n.
        const rounding = CEPHES * (1 + Math.log(n));
        const beyond = ({ second }: typeof mean | typeof variance) => (2 * Math.abs(second)) / n ** 2;
        expect(Math.abs(lnMean - mean.first / n)).toBeLessThanOrEqual(beyond(mean) + rounding);
        expect(Math.abs(lnVariance - variance.first / n)).toBeLessThanOrEqual(beyond(variance) + rounding);
      }
    },
  );

  test('wants a width', () => {
    expect(() => linearRatioLaw(0)).toThrow('n must be a positive integer; got 0');
    expect(() => reluRatioLaw(1.5)).toThrow('n must be a positive integer; got 1.5');
  });
});

describe('what the ratio law says against mean field', () => {
  const kaiming = reluRatioLaw(256);

  test('ln q of a ReLU network of width 256 drifts by −0.0098287 a layer, with the variance 0.0198187', () => {
    expect(kaiming.lnMean.toFixed(7)).toBe('-0.0098287');
    expect(kaiming.lnVariance.toFixed(7)).toBe('0.0198187');
  });

  test.each([
    ['linear', linearRatioLaw, '-35.2'],
    ['ReLU', reluRatioLaw, '-55.4'],
  ] as const)('"E ln q = 0" is false at width 32 and depth 20: 4,000 %s networks refute it', (_, lawOf, z) => {
    const { lnMean, lnVariance } = lawOf(32);
    expect(((Math.sqrt(4000) * 20 * lnMean) / Math.sqrt(20 * lnVariance)).toFixed(1)).toBe(z);
  });

  test('E[q²]/E[q]² is 6.92 after 100 ReLU layers of width 256, so that mean q has a standard error of 5% with 2,368 networks', () => {
    const spread = (1 + kaiming.variance) ** 100;
    expect(spread.toFixed(2)).toBe('6.92');
    expect(Math.ceil((spread - 1) / 0.05 ** 2)).toBe(2368);
  });

  test('at a million units F(1) is what Edgeworth says, and Var ln is 5/n: the sum goes over where the binomial weights are', () => {
    const n = 1e6;
    const { cdf, lnVariance } = reluRatioLaw(n);
    // Of 2z²·1{z > 0} the variance is 5 and the third cumulant 60 − 18 + 2. At the mean the term in 1/n is 0, and 100 bounds the next one's factor.
    const skewness = 44 / 5 ** 1.5 / Math.sqrt(n);
    expect(Math.abs(cdf(1) - 0.5 - skewness / 6 / Math.sqrt(2 * Math.PI))).toBeLessThanOrEqual(CEPHES + 100 * n ** -1.5);
    expect(relativeError(lnVariance, 5 / n)).toBeLessThanOrEqual(20 / n);
  });
});
