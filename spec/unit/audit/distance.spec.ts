import { describe, expect, test } from 'vitest';
import { BINS } from '../../../src/audit/cut-points.ts';
import { distance } from '../../../src/audit/distance.ts';
import { filledBins } from '../../../src/audit/filled-bins.ts';
import { normalLaw, uniformLaw } from '../../../src/init/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { kolmogorovDistance } from '../../../src/stats/index.ts';

const N = 5000;

function counted(values: Float32Array) {
  const bins = new Uint32Array(BINS);
  for (const word of new Uint32Array(values.buffer)) bins[word >>> 16]++;
  return filledBins(bins, 'F32');
}

const LAWS = [
  ['the law that they are of', normalLaw(0, 1)],
  ['a law of twice their std', normalLaw(0, 2)],
  ['a law of half their std', normalLaw(0, 0.5)],
  ['a law with another mean', normalLaw(0.3, 1)],
  ['a law of another shape', uniformLaw(-Math.sqrt(3), Math.sqrt(3))],
  ['a law that is nowhere near', uniformLaw(10, 11)],
] as const;

/** Greatest mass that a law has between two neighbouring bfloat16 numbers: half of 1/128 of a power of two apart, at most 1/64 of the larger. */
const grain = (cdf: (x: number) => number): number =>
  Math.max(
    ...Array.from({ length: 4000 }, (_, i) => 2 ** (-20 + i / 160)).flatMap((x) =>
      [x, -x].map((at) => Math.abs(cdf(at * (1 + 1 / 64)) - cdf(at))),
    ),
  );

describe('distance', () => {
  test.each(LAWS)('of numbers from %s is Kolmogorov’s, but for what lies between two bins', (_, { cdf }) => {
    for (let seed = 1; seed <= 20; seed++) {
      const values = new Stream(seed, 'distance').normals(new Float32Array(N));
      const whole = kolmogorovDistance([...values], { cdf });
      const found = distance(counted(values).signed, values.length, cdf, 0);
      // float32's own rounding moves a cut by 2⁻²⁵ of itself.
      expect(found).toBeLessThanOrEqual(whole + 1e-7);
      expect(found).toBeGreaterThan(whole - grain(cdf) - 60 / N);
    }
  });

  test('of absolute values is that of the folded law', () => {
    for (const [, { cdf }] of LAWS.slice(0, 3)) {
      const values = new Stream(7, 'absolute').normals(new Float32Array(N));
      const folded = (x: number) => (x < 0 ? 0 : 1 - 2 * cdf(-x));
      const whole = kolmogorovDistance([...values].map(Math.abs), { cdf: folded });
      const found = distance(counted(values).absolute, values.length, folded, 0);
      expect(found).toBeLessThanOrEqual(whole + 1e-7);
      expect(found).toBeGreaterThan(whole - 2 * grain(cdf) - 60 / N);
    }
  });

  test('looked at in steps is less by a step at most', () => {
    const values = new Stream(1, 'steps').normals(new Float32Array(N));
    const { cdf } = normalLaw(0, 1.1);
    const every = distance(counted(values).signed, values.length, cdf, 0);
    for (const step of [0.001, 0.01, 0.1]) {
      const found = distance(counted(values).signed, N, cdf, step);
      expect(found).toBeLessThanOrEqual(every);
      expect(found).toBeGreaterThanOrEqual(every - step - 1 / N);
    }
  });

  test('sees mass that lies beyond all numbers, on either side', () => {
    const values = Float32Array.of(1, 1.5, 2);
    expect(distance(counted(values).signed, 3, uniformLaw(-8, 2).cdf, 0)).toBeCloseTo(0.9, 2);
    expect(distance(counted(values).signed, 3, uniformLaw(1, 11).cdf, 0)).toBeCloseTo(0.9, 2);
  });

  test('takes −0 for 0', () => {
    expect(distance(counted(Float32Array.of(-0, 0)).signed, 2, uniformLaw(-1, 1).cdf, 0)).toBe(0.5);
  });
});
