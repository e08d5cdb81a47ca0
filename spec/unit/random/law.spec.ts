import { describe, expect, test } from 'vitest';
import { binomialCdf, binomialSurvival, normalCdf } from '../../../src/distribution/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { type Distribution, dkw, type Interval, meanSquare } from '../../../src/stats/index.ts';

/** The probability that any one judgement below is wrong. */
const ALPHA = 1e-10;
const N = 1_000_000;
/** Enough for the far tail: 38 normals beyond 5 are expected among as many. */
const MANY = 2 ** 26;
const TAIL = 3.65;
const seed = process.env['GAINSAY_SEED'] ?? '1';

const holds = ({ lo, hi }: Interval, value: number) => lo <= value && value <= hi;

const hasLaw = (values: number[], law: Distribution) => dkw(values, law, ALPHA).interval.lo === 0;
const hasUnitVariance = (values: number[], kurtosis: number) =>
  holds(
    meanSquare(
      values.map((x) => x * x),
      kurtosis,
      ALPHA,
    ).interval,
    1,
  );
/** Clopper & Pearson's judgement by the two binomial tails themselves: a proportion lies in their interval if neither is below α/2. */
const isShare = (k: number, n: number, share: number) =>
  binomialCdf(k, n, share) > ALPHA / 2 && binomialSurvival(k - 1, n, share) > ALPHA / 2;
const hasShare = (values: number[], of: (x: number) => boolean, share: number) =>
  isShare(values.filter(of).length, values.length, share);

/** The products of two have mean 0 and, where the two are independent, variance 1: z·√(1/n) by the central limit theorem. */
const areUncorrelated = (x: number[], y: number[]) => {
  const squares = x.map((each, i) => 1 + each * y[i]);
  return holds(meanSquare(squares, 2, ALPHA).interval, 1);
};
const hasIndependentNeighbours = (standardised: number[]) => areUncorrelated(standardised.slice(1), standardised.slice(0, -1));
/** z² of a standard normal number z, standardised. */
const squared = (normals: number[]) => normals.map((z) => (z * z - 1) / Math.SQRT2);

describe('a million normals', () => {
  const normals = Array.from(new Stream(seed, 'law/normal').normals(new Float64Array(N)));
  const uniforms = Array.from(new Stream(seed, 'law/uniform').uniforms(new Float64Array(N), -Math.sqrt(3), Math.sqrt(3)));
  const normal = { cdf: normalCdf };

  test('have the normal distribution function; uniforms of the same variance do not', () => {
    expect(hasLaw(normals, normal)).toBe(true);
    expect(hasLaw(uniforms, normal)).toBe(false);
  });

  test('have variance 1; with std 1.01 they do not', () => {
    expect(hasUnitVariance(normals, 3)).toBe(true);
    expect(
      hasUnitVariance(
        normals.map((z) => 1.01 * z),
        3,
      ),
    ).toBe(false);
  });

  test('have their share beyond 3.65 and beyond 4.2; cut off there they do not', () => {
    for (const edge of [TAIL, 4.2]) {
      const share = 2 * normalCdf(-edge);
      expect(hasShare(normals, (z) => Math.abs(z) > edge, share)).toBe(true);
    }
    const cut = normals.map((z) => Math.max(-TAIL, Math.min(TAIL, z)));
    expect(hasShare(cut, (z) => Math.abs(z) > TAIL, 2 * normalCdf(-TAIL))).toBe(false);
  });

  test('are negative half of the time, in the body and in the tail; normals moved by 0.02 are not', () => {
    expect(hasShare(normals, (z) => z < 0, 0.5)).toBe(true);
    expect(
      hasShare(
        normals.filter((z) => Math.abs(z) > 3),
        (z) => z < 0,
        0.5,
      ),
    ).toBe(true);
    expect(
      hasShare(
        normals.map((z) => z + 0.02),
        (z) => z < 0,
        0.5,
      ),
    ).toBe(false);
  });

  test('do not know their neighbours, nor do their squares; normals that carry 2% of the one before do', () => {
    expect(hasIndependentNeighbours(normals)).toBe(true);
    expect(hasIndependentNeighbours(squared(normals))).toBe(true);
    expect(hasIndependentNeighbours(normals.map((z, i) => z + 0.02 * (normals[i - 1] ?? 0)))).toBe(false);
  });

  test('of two streams do not know each other', () => {
    const other = Array.from(new Stream(seed, 'law/normal ').normals(new Float64Array(N)));
    expect(areUncorrelated(normals, other)).toBe(true);
    expect(areUncorrelated(squared(normals), squared(other))).toBe(true);
    const knowing = other.map((z, i) => z + 0.02 * normals[i]);
    expect(areUncorrelated(normals, knowing)).toBe(false);
  });

  describe('made in pairs, a point of the plane each', () => {
    // Of a block of eight, the first four are made together with the last four.
    const [first, second] = [0, 4].map((half) => normals.filter((_, i) => (i & 4) === half));
    const squares = first.map((z, i) => z * z + second[i] * second[i]);
    const angles = first.map((z, i) => Math.atan2(second[i], z));
    const uniform = { cdf: (x: number) => Math.max(0, Math.min(1, x)) };

    test('do not know each other, nor do their squares; a point that is turned and stretched shows it', () => {
      expect(areUncorrelated(first, second)).toBe(true);
      expect(areUncorrelated(squared(first), squared(second))).toBe(true);
      const knowing = second.map((z, i) => z + 0.02 * first[i]);
      expect(areUncorrelated(first, knowing)).toBe(false);
      const swollen = (z: number, i: number) => z * (1 + 0.02 * (squares[i] - 2));
      expect(areUncorrelated(squared(first.map(swollen)), squared(second.map(swollen)))).toBe(false);
    });

    test('have a squared distance that is exponential of mean 2, which three numbers’ is not', () => {
      const exponential = { cdf: (x: number) => -Math.expm1(-x / 2) };
      expect(hasLaw(squares, exponential)).toBe(true);
      const third = normals.slice(4);
      expect(
        hasLaw(
          squares.map((x, i) => (x + third[i] ** 2) / 1.5),
          exponential,
        ),
      ).toBe(false);
    });

    test('lie in every direction alike, on each of 64 arcs; pulled by 5% to one axis they do not', () => {
      const turn = (angle: number) => angle / (2 * Math.PI) + 0.5;
      expect(hasLaw(angles.map(turn), uniform)).toBe(true);
      for (let arc = 0; arc < 64; arc++) {
        const on = (angle: number) => Math.floor(turn(angle) * 64) === arc;
        expect(hasShare(angles, on, 1 / 64), `arc ${arc}`).toBe(true);
      }
      // 0.05 / 2π is more than √(ln(2/α) / N), which half a million can tell.
      const pulled = angles.map((angle) => angle + 0.05 * Math.sin(2 * angle));
      expect(hasLaw(pulled.map(turn), uniform)).toBe(false);
    });

    test('have a direction that does not know the distance', () => {
      const distance = squares.map((x) => (x - 2) / 2);
      for (const wave of [1, 2, 4, 8]) {
        const cosines = angles.map((angle) => Math.SQRT2 * Math.cos(wave * angle));
        expect(areUncorrelated(distance, cosines)).toBe(true);
        expect(
          areUncorrelated(
            distance,
            cosines.map((x, i) => x + 0.02 * distance[i]),
          ),
        ).toBe(false);
      }
    });
  });
});

describe('67 million normals', () => {
  const counts = { beyond5: 0, beyond55: 0, zeros: 0 };
  const stream = new Stream(seed, 'law/many');
  const block = new Float32Array(2 ** 16);
  for (let done = 0; done < MANY; done += block.length) {
    stream.normals(block);
    for (let i = 0; i < block.length; i++) {
      const size = Math.abs(block[i]);
      if (size > 5) counts.beyond5++;
      if (size > 5.5) counts.beyond55++;
      if (size === 0) counts.zeros++;
    }
  }

  test('have their share beyond 5 and beyond 5.5; none at all beyond 5 would be too few', () => {
    expect(isShare(counts.beyond5, MANY, 2 * normalCdf(-5))).toBe(true);
    expect(isShare(counts.beyond55, MANY, 2 * normalCdf(-5.5))).toBe(true);
    expect(isShare(0, MANY, 2 * normalCdf(-5))).toBe(false);
  });

  test('are 0 as often as float32 makes them, u = 1 or t = 0: one in 2²⁵', () => {
    // A word of 2³² has u = 1 with 2⁷ values; a pair has one sine, which is 0 with 2² values of its word.
    expect(isShare(counts.zeros, MANY, 2 ** -25 + 2 ** -31)).toBe(true);
    expect(isShare(counts.zeros, MANY, 2 ** -20)).toBe(false);
  });
});

describe('a million uniforms', () => {
  const uniforms = Array.from(new Stream(seed, 'law/uniform').uniforms(new Float64Array(N)));
  const uniform = { cdf: (x: number) => x };
  const standardised = uniforms.map((u) => (u - 0.5) * Math.sqrt(12));

  test('have the uniform distribution function; their powers of 1.02 do not', () => {
    expect(hasLaw(uniforms, uniform)).toBe(true);
    expect(
      hasLaw(
        uniforms.map((u) => u ** 1.02),
        uniform,
      ),
    ).toBe(false);
  });

  test('have variance 1/12; stretched by 1% they do not', () => {
    expect(hasUnitVariance(standardised, 1.8)).toBe(true);
    expect(
      hasUnitVariance(
        standardised.map((u) => 1.01 * u),
        1.8,
      ),
    ).toBe(false);
  });

  test('do not know their neighbours; uniforms that carry 2% of the one before do', () => {
    expect(hasIndependentNeighbours(standardised)).toBe(true);
    expect(hasIndependentNeighbours(standardised.map((u, i) => u + 0.02 * (standardised[i - 1] ?? 0)))).toBe(false);
  });

  test('and normals of one stream do not know each other; normals that carry 2% of the uniforms do', () => {
    const normals = Array.from(new Stream(seed, 'law/uniform').normals(new Float64Array(N)));
    const uniformSquares = standardised.map((u) => (u * u - 1) / Math.sqrt(0.8));
    expect(areUncorrelated(standardised, normals)).toBe(true);
    expect(areUncorrelated(uniformSquares, squared(normals))).toBe(true);
    expect(areUncorrelated(uniformSquares, normals)).toBe(true);
    expect(areUncorrelated(standardised, squared(normals))).toBe(true);
    expect(
      areUncorrelated(
        standardised,
        normals.map((z, i) => z + 0.02 * standardised[i]),
      ),
    ).toBe(false);
  });
});

describe('the 32 bits', () => {
  const stream = new Stream(seed, 'law/bits');
  const words = Uint32Array.from({ length: N }, () => stream.word());
  /** The bits that are 1 more often, or less, than half of the time. */
  const unfair = (each: Uint32Array) => {
    const ones = new Uint32Array(32);
    for (const word of each) for (let bit = 0; bit < 32; bit++) ones[bit] += (word >>> bit) & 1;
    return Array.from(ones.keys()).filter((bit) => !isShare(ones[bit], each.length, 0.5));
  };
  const all = Array.from({ length: 32 }, (_, bit) => bit);
  const lane = (which: number) => words.filter((_, i) => i % 4 === which);

  test('of a word are 1 half of the time, each; with 2% of them made 1 they are not', () => {
    expect(unfair(words)).toEqual([]);
    expect(unfair(words.map((word, i) => (i % 50 === 0 ? 0xffffffff : word)))).toEqual(all);
  });

  test('of a uniform are 1 half of the time, each; of its square they are not', () => {
    const uniforms = new Stream(seed, 'law/uniform bits').uniforms(new Float64Array(N));
    expect(unfair(Uint32Array.from(uniforms, (u) => u * 2 ** 32))).toEqual([]);
    expect(unfair(Uint32Array.from(uniforms, (u) => u * u * 2 ** 32))).toContain(31);
  });

  test('of a word are 1 half of the time in each of the four generators, and do not know the other bits of the word', () => {
    for (const which of [0, 1, 2, 3]) {
      expect(unfair(lane(which)), `generator ${which}`).toEqual([]);
      for (const turn of [1, 2, 3, 7, 9, 11, 16]) {
        const turned = lane(which).map((word) => word ^ ((word << turn) | (word >>> (32 - turn))));
        expect(unfair(turned), `generator ${which}, ${turn} bits apart`).toEqual([]);
      }
    }
  });

  test('of a word do not know those of the words that the other generators make beside it, nor those of its own next', () => {
    for (const apart of [1, 2, 3, 4, 8]) {
      expect(unfair(words.subarray(apart).map((word, i) => word ^ words[i])), `${apart} apart`).toEqual([]);
    }
    const known = words.subarray(1).map((word, i) => (i % 50 === 0 ? 0 : word ^ words[i]));
    expect(unfair(known)).toEqual(all);
  });
});
