import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Stream } from '../../../src/random/index.ts';
import { clopperPearson, distanceBetween, dkw, dkwTwoSamples, kolmogorovDistance } from '../../../src/stats/index.ts';
import { fixture } from '../../fixture.ts';
import { intervals, sample } from './fixtures.ts';

const { twoSamples }: { twoSamples: { first: string; second: string; distance: number }[] } =
  fixture('two-samples/distances.json');

describe('distanceBetween', () => {
  test.each(twoSamples)('of $first and $second is $distance, as SciPy has it', ({ first, second, distance }) => {
    // Differences of two quotients of whole numbers: one rounding each, and one of the difference.
    expect(Math.abs(distanceBetween(sample(first), sample(second)) - distance)).toBeLessThanOrEqual(2 * Number.EPSILON);
    expect(distanceBetween(sample(second), sample(first))).toBe(distanceBetween(sample(first), sample(second)));
  });

  const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-0, -Infinity, Infinity)), {
    minLength: 1,
    maxLength: 12,
  });

  test('is the largest gap of the two distribution functions, at any point, ties or not', () => {
    const cdf = (of: readonly number[], x: number) => of.filter((value) => value <= x).length / of.length;
    fc.assert(
      fc.property(values, values, (first, second) => {
        const gaps = [...first, ...second].map((x) => Math.abs(cdf(first, x) - cdf(second, x)));
        return distanceBetween(first, second) === Math.max(...gaps);
      }),
      { seed: 1 },
    );
  });

  test('is that of one sample from the law that the other one is', () => {
    fc.assert(
      fc.property(values, values, (first, second) => {
        const cdf = (x: number) => second.filter((value) => value <= x).length / second.length;
        const left = (x: number) => second.filter((value) => value < x).length / second.length;
        return distanceBetween(first, second) === kolmogorovDistance(first, { cdf, left });
      }),
      { seed: 1 },
    );
  });

  test('a sample with NaN is as far away as can be, from any other', () => {
    expect(distanceBetween([1, Number.NaN], [1, 2])).toBe(1);
    expect(distanceBetween([1, 2], [1, Number.NaN])).toBe(1);
    expect(distanceBetween([Number.NaN], [Number.NaN])).toBe(1);
  });

  test('refuses an empty sample, whichever it is', () => {
    expect(() => distanceBetween([], [1])).toThrow('values must be a sample of one or more; got 0');
    expect(() => distanceBetween([1], [])).toThrow('values must be a sample of one or more; got 0');
  });
});

describe('dkwTwoSamples', () => {
  const constant = (n: number, value: number) => new Array<number>(n).fill(value);
  const half = [...constant(500, 0), ...constant(500, 1)];

  test.each(intervals.dkw)(
    'is the bands of both samples wide to either side, each at half of alpha $alpha: n = $n',
    ({ n, alpha }) => {
      const own = (length: number) => Math.sqrt(Math.log(2 / (alpha / 2)) / (2 * length));
      const { estimate, interval } = dkwTwoSamples(half, constant(n, 0), alpha);
      expect(estimate).toBe(0.5);
      const wide = own(1000) + own(n);
      expect(Math.abs(interval.lo - Math.max(0, 0.5 - wide))).toBeLessThanOrEqual(8 * Number.EPSILON);
      expect(Math.abs(interval.hi - Math.min(1, 0.5 + wide))).toBeLessThanOrEqual(8 * Number.EPSILON);
      expect(interval.method).toBe('DKW, two samples');
    },
  );

  test('is twice as wide as one sample’s band at alpha/2, where both samples are as large', () => {
    const { interval } = dkw(constant(1000, 0.5), { cdf: (x) => x }, 0.005);
    const two = dkwTwoSamples(half, constant(1000, 0), 0.01);
    expect(Math.abs(two.interval.hi - two.estimate - 2 * (interval.hi - 0.5))).toBeLessThanOrEqual(8 * Number.EPSILON);
  });

  test('misses the true distance of two laws in at most alpha of 4,000 samples: U(0, 1) and a third of it moved to 0', () => {
    // |F − G| is (1 − x)/3, the largest at 0: 1/3.
    const alpha = 0.2;
    let missed = 0;
    for (let run = 0; run < 4000; run++) {
      const stream = new Stream(process.env['GAINSAY_SEED'] ?? '1', `two-samples/${run}`);
      const first = Array.from(stream.uniforms(new Float64Array(40)));
      const second = Array.from(stream.uniforms(new Float64Array(60)), (u) => Math.max(0, 1.5 * u - 0.5));
      const { lo, hi } = dkwTwoSamples(first, second, alpha).interval;
      if (lo > 1 / 3 || hi < 1 / 3) missed++;
    }
    expect(clopperPearson(missed, 4000, 1e-9).interval.hi).toBeLessThanOrEqual(alpha);
  });

  test('refuses an alpha that is no probability', () => {
    expect(() => dkwTwoSamples([0.5], [0.5], 1)).toThrow('alpha must be a number in (0, 1); got 1');
  });
});
