import { describe, expect, test } from 'vitest';
import { Stream } from '../../../src/random/index.ts';
import { areUncorrelated, hasIndependentNeighbours, hasLaw, hasUnitVariance, seed, squared } from './judgements.ts';

const N = 1_000_000;

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
