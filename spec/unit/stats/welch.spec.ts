import { mean, sampleStandardDeviation } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { Stream } from '../../../src/random/index.ts';
import { clopperPearson, type Sampled, smallestChange, verdictOf, welch } from '../../../src/stats/index.ts';
import { fixture } from '../../fixture.ts';
import { CEPHES } from '../distribution/accuracy.ts';
import { sample } from './fixtures.ts';

const seed = process.env['GAINSAY_SEED'] ?? '1';
const { welch: cases }: { welch: { first: string; second: string; alpha: number; df: number; lo: number; hi: number }[] } =
  fixture('welch/intervals.json');

const kept = (values: readonly number[]): Sampled => ({
  mean: mean([...values]),
  std: sampleStandardDeviation([...values]),
  n: values.length,
});

describe('welch', () => {
  test.each(cases)('of $first and $second at α = $alpha is what SciPy has', ({ first, second, alpha, lo, hi }) => {
    const { interval } = welch(kept(sample(first)), kept(sample(second)), alpha);
    // cephes is off by CEPHES of the half-width; both means are rounded sums of numbers as large as the samples' largest.
    const largest = Math.max(...[...sample(first), ...sample(second)].map(Math.abs));
    const rounding = Number.EPSILON * largest * (sample(first).length + sample(second).length);
    const bound = 2 * CEPHES * (hi - lo) + rounding;
    expect(Math.abs(interval.lo - lo)).toBeLessThanOrEqual(bound);
    expect(Math.abs(interval.hi - hi)).toBeLessThanOrEqual(bound);
  });

  test('is a point where neither sample varies, or a mean is not finite', () => {
    expect(welch({ mean: 1, std: 0, n: 8 }, { mean: 3, std: 0, n: 8 }, 0.01).interval).toMatchObject({ lo: 2, hi: 2 });
    expect(welch({ mean: 1, std: 1, n: 8 }, { mean: -Infinity, std: Number.NaN, n: 8 }, 0.01).interval.hi).toBe(-Infinity);
  });
});

describe('smallestChange', () => {
  const [ALPHA, BETA] = [0.01, 0.1];

  /** The share of `runs` pairs of samples of N(0, 1) and N(`moved` bands, 1) that are found to be equivalent. */
  function equivalent(n: number, m: number, moved: number, runs: number) {
    let count = 0;
    for (let run = 0; run < runs; run++) {
      const stream = new Stream(seed, `smallest-change/${n}/${m}/${moved}/${run}`);
      const first = kept(Array.from(stream.normals(new Float64Array(n))));
      const second = kept(Array.from(stream.normals(new Float64Array(m))));
      const band = smallestChange(first.std, n, m, ALPHA, BETA);
      const { interval } = welch(first, { ...second, mean: second.mean + moved * band }, ALPHA);
      if (verdictOf(interval, { lo: -band, hi: band }) === 'supported') count++;
    }
    return clopperPearson(count, runs, 1e-9).interval;
  }

  test.each([
    [8, 8],
    [16, 64],
    [64, 16],
  ])('is wide enough for %i and %i networks of one population to be equivalent but with probability β', (n, m) => {
    expect(equivalent(n, m, 0, 4000).lo).toBeGreaterThan(1 - BETA);
  });

  test('while of a population that has moved by it fewer than α are', () => {
    expect(equivalent(8, 8, 1, 20_000).hi).toBeLessThan(ALPHA);
  });
});
