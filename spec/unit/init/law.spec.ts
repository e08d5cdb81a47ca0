import { describe, expect, test } from 'vitest';
import { normal, truncatedNormal, uniform } from '../../../src/init/index.ts';
import { CUT, normalLaw, truncatedNormalLaw, uniformLaw } from '../../../src/init/law.ts';
import { integrate } from '../../../src/numeric/index.ts';
import { CEPHES, relativeError } from '../distribution/accuracy.ts';
import { intervals } from '../stats/fixtures.ts';

const { kurtoses } = intervals;

describe('a law', () => {
  test.each([
    [normalLaw(0.25, 2), kurtoses.normal],
    [uniformLaw(-1, 3), kurtoses.uniform],
    [truncatedNormalLaw(2), kurtoses.truncated],
  ])('states the kurtosis that mpmath finds: $family', (law, kurtosis) => {
    expect(relativeError(law.kurtosis, kurtosis)).toBeLessThanOrEqual(CEPHES);
  });

  test.each([normalLaw(0.25, 2), uniformLaw(-1, 3), truncatedNormalLaw(2)])(
    'has the mean, the std and the kurtosis of its own distribution function: $family',
    ({ mean, std, kurtosis, cdf }) => {
      const [from, to] = [mean - 12 * std, mean + 12 * std];
      // E[(X − mean)ᵏ] = bᵏ − ∫ k (x − mean)ᵏ⁻¹ F(x) dx over [mean − b, mean + b], split where a law may end.
      const ends = [from, mean - Math.sqrt(3) * std, -CUT * 2, mean, CUT * 2, mean + Math.sqrt(3) * std, to].toSorted(
        (a, b) => a - b,
      );
      const moment = (k: number) =>
        (to - mean) ** k -
        ends.slice(1).reduce((sum, end, i) => sum + integrate((x) => k * (x - mean) ** (k - 1) * cdf(x), ends[i], end).value, 0);
      // F is right to cephes' relative error, and the integral of |x|ᵏ⁻¹ over the reach is (12 std)ᵏ/k on either side.
      const tolerance = (k: number) => CEPHES * (12 * std) ** k;
      expect(Math.abs(moment(1))).toBeLessThanOrEqual(tolerance(1));
      expect(Math.abs(moment(2) - std ** 2)).toBeLessThanOrEqual(tolerance(2));
      expect(Math.abs(moment(4) - kurtosis * std ** 4)).toBeLessThanOrEqual(tolerance(4));
    },
  );

  test('of the truncated normal has 0.8796 of the std, and 0.7737 of the variance, of the normal that it is cut from', () => {
    const { std, cdf } = truncatedNormalLaw(3);
    expect(relativeError(std, 3 * kurtoses.truncatedSd)).toBeLessThanOrEqual(CEPHES);
    expect(relativeError((std / 3) ** 2, kurtoses.truncatedVariance)).toBeLessThanOrEqual(CEPHES);
    expect([-6.001, -6, 0, 6, 6.001].map(cdf)).toEqual([0, 0, 0.5, 1, 1]);
  });

  test('of the uniform is 0 below its bounds, 1 above, and straight between', () => {
    expect([-2, -1, 0, 3, 4].map(uniformLaw(-1, 3).cdf)).toEqual([0, 0, 0.25, 1, 1]);
  });

  test.each([normal({ std: 0 }), uniform({ low: 0, high: 0 }), truncatedNormal({ std: 0 })])(
    'without spread has all its mass at one point: $name',
    (init) => {
      const { std, cdf } = init.law([2, 2]);
      expect(std).toBe(0);
      expect([-1, -1e-30, 0, 1e-30, 1].map(cdf)).toEqual([0, 0, 1, 1, 1]);
    },
  );
});
