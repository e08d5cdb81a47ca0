import { describe, expect, test } from 'vitest';
import { normalCdf } from '../../../src/distribution/index.ts';
import { normal, truncNormal, uniform } from '../../../src/init/index.ts';
import { meanSquare } from '../../../src/stats/index.ts';
import { CEPHES } from '../distribution/accuracy.ts';

describe('the weights themselves', () => {
  test.each([
    ['normal', normal(), '1.35'],
    ['uniform', uniform(), '0.85'],
    ['truncated at ±2σ', truncNormal(), '1.12'],
  ] as const)(
    '512² weights tell their variance, at alpha 1e-6, to a share that their kurtosis sets: %s, ±%s%%',
    (_, init, percent) => {
      const ones = new Array<number>(512 ** 2).fill(1);
      const { estimate, interval } = meanSquare(ones, init.law([512, 512]).kurtosis, 1e-6);
      expect(estimate).toBe(1);
      expect((100 * (interval.hi - 1)).toFixed(2)).toBe(percent);
    },
  );

  test('Kolmogorov’s distance between N(0, 1) and itself cut at ±2 is Φ(−2) = 0.0228, at the cuts: its test is nearly blind to that', () => {
    const { cdf } = truncNormal().law([1, 1]);
    const gap = (x: number) => Math.abs(cdf(x) - normalCdf(x));
    const grid = Array.from({ length: 1201 }, (_, i) => (i - 600) / 200);
    expect(gap(-2).toFixed(4)).toBe('0.0228');
    expect(Math.max(...grid.map(gap))).toBeLessThanOrEqual(normalCdf(-2) + 2 * CEPHES);
  });
});
