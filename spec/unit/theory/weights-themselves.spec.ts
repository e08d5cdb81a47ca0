import { describe, expect, test } from 'vitest';
import { chiSquaredCdf, normalCdf } from '../../../src/distribution/index.ts';
import { type Initializer, kaimingNormal, normal, truncNormal, uniform, weight } from '../../../src/init/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { dkw, meanSquare } from '../../../src/stats/index.ts';
import { CEPHES, relativeError } from '../distribution/accuracy.ts';
import { intervals } from '../stats/fixtures.ts';

const seed = process.env['GAINSAY_SEED'] ?? '1';
const { truncatedVariance } = intervals.kurtoses;

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

  test('a truncated normal’s kurtosis prints as 2.3655', () => {
    expect(truncNormal().law([1, 1]).kurtosis.toFixed(4)).toBe('2.3655');
  });

  test('Kolmogorov’s distance between N(0, 1) and itself cut at ±2 is Φ(−2) = 0.0228, at the cuts: its test is nearly blind to that', () => {
    const { cdf } = truncNormal().law([1, 1]);
    const gap = (x: number) => Math.abs(cdf(x) - normalCdf(x));
    const grid = Array.from({ length: 1201 }, (_, i) => (i - 600) / 200);
    expect(gap(-2).toFixed(4)).toBe('0.0228');
    expect(Math.max(...grid.map(gap))).toBeLessThanOrEqual(normalCdf(-2) + 2 * CEPHES);
  });

  test('of 2,000 weights cut at ±2σ Kolmogorov’s band sees nothing, but Σw²/σ² ~ χ²_N does, always', () => {
    // At alpha 1e-6 the band is ±0.0602. F_n, of sd 0.0102 where Φ = 0.3 and the gap 0.0095, would have to stray by 4.95 sd there, and
    // by more elsewhere. χ²_N has its lower quantile at 0.853·N; Σw²/σ² has mean 0.774·N and sd √((2.3655 − 1)/N)·0.774·N: 4 sd below.
    const [alpha, n] = [1e-6, 2000];
    const law = normal().law([n, 1]);
    const judged = (init: Initializer, label: string) => {
      const weights = Array.from(weight(init, [n, 1], new Stream(seed, label)));
      const sum = weights.reduce((total, w) => total + w * w, 0);
      return { band: dkw(weights, law, alpha).interval.lo === 0, tooSmall: chiSquaredCdf(n, sum) < alpha / 2 };
    };
    for (let k = 0; k < 10; k++)
      expect(judged(truncNormal(), `cut/${k}`), `weights ${k}`).toEqual({ band: true, tooSmall: true });
    expect(judged(normal(), 'whole')).toEqual({ band: true, tooSmall: false });
  });
});

describe('the variance of weights over what it should be names the fault', () => {
  const [fanOut, fanIn] = [128, 512];
  const shape = [fanOut, fanIn];
  const one = normal({ std: Math.sqrt(1 / fanIn) });
  const two = kaimingNormal({ nonlinearity: 'relu' });
  const std = Math.sqrt(2 / fanIn);

  const faults: [string, number, Initializer, Initializer][] = [
    ['a normal law cut at ±2σ, not compensated', truncatedVariance, truncNormal({ std, a: -2 * std, b: 2 * std }), two],
    ['U(±1/√n)', 1 / 3, uniform({ low: -1 / Math.sqrt(fanIn), high: 1 / Math.sqrt(fanIn) }), one],
    ['ReLU’s factor 2 left out', 1 / 2, kaimingNormal({ nonlinearity: 'linear' }), two],
    ['fan_out for fan_in', fanIn / fanOut, kaimingNormal({ mode: 'fan_out', nonlinearity: 'relu' }), two],
    ['the variance passed as std', std ** 2, normal({ std: std ** 2 }), two],
  ];

  test.each(faults)('by their laws: %s, %d', (_, share, wrong, right) => {
    // Both stds are rounded to float32, a uniform law’s bounds twice; the truncated one comes by cephes.
    const found = (wrong.law(shape).std / right.law(shape).std) ** 2;
    expect(relativeError(found, share)).toBeLessThanOrEqual(2 * (3 * 2 ** -24 + CEPHES));
  });

  test.each(faults)('and in 65,536 weights: %s, %d, and no other share', (name, share, wrong, right) => {
    const { std: sigma } = right.law(shape);
    const squares = Array.from(weight(wrong, shape, new Stream(seed, `fault/${name}`)), (w) => (w / sigma) ** 2 / share);
    const { lo, hi } = meanSquare(squares, wrong.law(shape).kurtosis, 1e-10).interval;
    const within = [1, ...faults.map(([, each]) => each)].filter((each) => share * lo <= each && each <= share * hi);
    expect(within).toEqual([share]);
  });
});
