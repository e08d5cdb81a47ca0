import { describe, expect, test } from 'vitest';
import { normalCdf } from '../../../src/distribution/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { areUncorrelated, hasIndependentNeighbours, hasLaw, hasUnitVariance, isShare, seed, squared } from './judgements.ts';

const N = 1_000_000;
/** Enough for the far tail: 38 normals beyond 5 are expected among as many. */
const MANY = 2 ** 26;
const TAIL = 3.65;

const hasShare = (values: number[], of: (x: number) => boolean, share: number) =>
  isShare(values.filter(of).length, values.length, share);

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
