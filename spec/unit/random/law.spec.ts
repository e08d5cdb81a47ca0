import { describe, expect, test } from 'vitest';
import { binomialCdf, binomialSurvival, normalCdf } from '../../../src/distribution/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { TAIL } from '../../../src/random/ziggurat.ts';
import { type Distribution, dkw, type Interval, meanSquare } from '../../../src/stats/index.ts';

/** The probability that any one judgement below is wrong. */
const ALPHA = 1e-10;
const N = 1_000_000;
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
const hasShare = (values: number[], of: (x: number) => boolean, share: number) => {
  const n = values.length;
  const k = values.filter(of).length;
  return binomialCdf(k, n, share) > ALPHA / 2 && binomialSurvival(k - 1, n, share) > ALPHA / 2;
};

/** The products of neighbours have mean 0 and, where neighbours are independent, variance 1: z·√(1/n) by the central limit theorem. */
const hasIndependentNeighbours = (standardised: number[]) => {
  const squares = standardised.slice(1).map((x, i) => 1 + x * standardised[i]);
  return holds(meanSquare(squares, 2, ALPHA).interval, 1);
};

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

  test('have their share beyond 3.654, where the tail takes over, and beyond 4.2; cut off there they do not', () => {
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
    expect(hasIndependentNeighbours(normals.map((z) => (z * z - 1) / Math.SQRT2))).toBe(true);
    expect(hasIndependentNeighbours(normals.map((z, i) => z + 0.02 * (normals[i - 1] ?? 0)))).toBe(false);
  });

  test('of two streams do not know each other', () => {
    const other = new Stream(seed, 'law/normal ').normals(new Float64Array(N));
    const products = (of: (z: number, i: number) => number) =>
      meanSquare(
        normals.map((z, i) => 1 + z * of(z, i)),
        2,
        ALPHA,
      ).interval;
    expect(
      holds(
        products((_, i) => other[i]),
        1,
      ),
    ).toBe(true);
    expect(
      holds(
        products((z, i) => other[i] + 0.02 * z),
        1,
      ),
    ).toBe(false);
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
});
