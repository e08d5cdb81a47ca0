import { describe, expect, test } from 'vitest';
import { constant, normal, orthogonal, sparse, uniform, zeros } from '../../../src/init/index.ts';
import { type Law, normalLaw, uniformLaw } from '../../../src/init/law.ts';
import { truncatedNormalLaw } from '../../../src/init/truncated-normal-law.ts';
import { integrate } from '../../../src/numeric/index.ts';
import { CEPHES, relativeError } from '../distribution/accuracy.ts';
import { intervals } from '../stats/fixtures.ts';

const { kurtoses } = intervals;

/** Where one of the laws below begins or ends. */
const BOUNDS = [-4, -2, -1, 1, 1.5, 2, 3, 4, 5];

/** Cut at ±2 std, as frameworks do. */
const cut = (std: number) => truncatedNormalLaw(0, std, -2 * std, 2 * std);

/** Cut at bounds that its mean is not halfway between, or is outside of. */
const oneSided = [truncatedNormalLaw(0, 1, 1, 2), truncatedNormalLaw(1, 2, -1, 1.5), truncatedNormalLaw(0, 1, 3, 5)];

describe('a law', () => {
  test.each([
    [normalLaw(0.25, 2), kurtoses.normal],
    [uniformLaw(-1, 3), kurtoses.uniform],
    [cut(2), kurtoses.truncated],
  ])('states the kurtosis that mpmath finds: $family', (law, kurtosis) => {
    expect(relativeError(law.kurtosis, kurtosis)).toBeLessThanOrEqual(CEPHES);
  });

  test.each([normalLaw(0.25, 2), uniformLaw(-1, 3), cut(2), ...oneSided, orthogonal({ gain: 2 }).law([8, 5])])(
    'has the mean, the std and the kurtosis of its own distribution function: $family',
    ({ mean, std, kurtosis, cdf }) => {
      const [from, to] = [mean - 12 * std, mean + 12 * std];
      // E[(X − mean)ᵏ] = bᵏ − ∫ k (x − mean)ᵏ⁻¹ F(x) dx over [mean − b, mean + b], split where a law may end.
      const ends = [
        from,
        mean - Math.sqrt(3) * std,
        ...BOUNDS.filter((x) => x > from && x < to),
        mean,
        mean + Math.sqrt(3) * std,
        to,
      ].toSorted((a, b) => a - b);
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
    const { std, cdf } = cut(3);
    expect(relativeError(std, 3 * kurtoses.truncatedSd)).toBeLessThanOrEqual(CEPHES);
    expect(relativeError((std / 3) ** 2, kurtoses.truncatedVariance)).toBeLessThanOrEqual(CEPHES);
    expect([-6.001, -6, 0, 6, 6.001].map(cdf)).toEqual([0, 0, 0.5, 1, 1]);
  });

  test('of the uniform is 0 below its bounds, 1 above, and straight between', () => {
    expect([-2, -1, 0, 3, 4].map(uniformLaw(-1, 3).cdf)).toEqual([0, 0, 0.25, 1, 1]);
  });

  test('of a truncated normal far from its mean is nearly exponential, to any distance', () => {
    for (const far of [50, 200]) {
      const { mean, std, cdf } = truncatedNormalLaw(0, 1, far, far + 1);
      // Mills' ratio (1/z)(1 − 1/z² + …): mean z + 1/z − 2/z³, variance 1/z² − 6/z⁴, both to a relative 20/z².
      expect(relativeError(mean - far, 1 / far)).toBeLessThanOrEqual(20 / far ** 2);
      expect(relativeError(std, 1 / far)).toBeLessThanOrEqual(20 / far ** 2);
      expect(relativeError(cdf(far + 1 / far), 1 - Math.exp(-1))).toBeLessThanOrEqual(20 / far ** 2);
    }
  });

  test('of a truncated normal without a finite mean and std is flat, as PyTorch draws it', () => {
    for (const law of [truncatedNormalLaw(Number.NaN, 1, -1, 3), truncatedNormalLaw(0, Infinity, -1, 3)]) {
      expect([-2, 0, 4].map(law.cdf)).toEqual([0, 0.25, 1]);
    }
  });

  test.each<Law>([
    normal({ std: 0 }).law([2, 2]),
    uniform({ low: 0, high: 0 }).law([2, 2]),
    truncatedNormalLaw(0, 0, -1, 1),
    zeros().law([2, 2]),
    constant({ val: 0 }).law([2, 2]),
    sparse({ sparsity: 0.5, std: 0 }).law([2, 2]),
    sparse({ sparsity: 1 }).law([2, 2]),
    orthogonal({ gain: 0 }).law([2, 2]),
  ])('without spread has all its mass at one point, and none to the left of it: $family', ({ std, cdf, left }) => {
    expect(std).toBe(0);
    const around = [-1, -1e-30, 0, 1e-30, 1];
    expect(around.map(cdf)).toEqual([0, 0, 1, 1, 1]);
    expect(around.map((x) => left?.(x))).toEqual([0, 0, 0, 1, 1]);
  });
});
