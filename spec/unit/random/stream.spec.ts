import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { type Seed, Stream } from '../../../src/random/index.ts';
import { reference } from './reference.ts';

const words = (seed: Seed, label: string, count = 8) => {
  const stream = new Stream(seed, label);
  return Array.from({ length: count }, () => stream.word());
};

describe('a stream', () => {
  const seeds = fc.oneof(fc.integer(), fc.string());

  test('of the same seed and label draws the same numbers', () => {
    fc.assert(
      fc.property(seeds, fc.string(), (seed, label) => {
        expect(words(seed, label)).toEqual(words(seed, label));
      }),
      { seed: 1 },
    );
  });

  test('of another seed or another label draws other numbers', () => {
    const named = ['1', '2', '11', '-1', 'one'].flatMap((seed) =>
      ['0/input', '0/0', '0/1', '1/0', '10/0'].map((label) => [seed, label]),
    );
    const drawn = named.map(([seed, label]) => words(seed, label).join());
    expect(new Set(drawn).size).toBe(named.length);
  });

  test('of a seed with a slash in it is not that of a shorter seed with a longer label', () => {
    expect(words('1/0', 'input')).not.toEqual(words('1', '0/input'));
  });

  test("takes 1 and '1' for the same seed", () => {
    expect(words(1, '0/input')).toEqual(words('1', '0/input'));
  });

  test('is xoshiro128** from the 128 bits that seedrandom makes of seed and label, across its blocks', () => {
    const hash = seedrandom('1/0/input');
    const state = Array.from({ length: 4 }, () => BigInt.asUintN(32, BigInt(hash.int32())));
    expect(words('1', '0/input', 3000)).toEqual(reference(state, 3000));
  });

  test('draws uniforms from its words: (word + ½)/2³², between 0 and 1 and never either', () => {
    const stream = new Stream(1, 'uniform');
    expect(words(1, 'uniform').map((word) => (word + 0.5) / 2 ** 32)).toEqual(Array.from({ length: 8 }, () => stream.uniform()));
    expect([0, 2 ** 32 - 1].map((word) => (word + 0.5) * 2 ** -32)).toEqual([2 ** -33, 1 - 2 ** -33]);
  });

  test('fills an array with normals of a mean and a std: the same draws, scaled and rounded once', () => {
    const stream = new Stream(1, 'fill');
    const unit = new Stream(1, 'fill').normals(new Float64Array(1000));
    expect(stream.normals(new Float32Array(1000), 3, 0.5)).toEqual(Float32Array.from(unit, (z) => 3 + 0.5 * z));
  });

  test('fills an array with uniforms between two bounds: the same draws, scaled and rounded once', () => {
    const stream = new Stream(1, 'fill');
    const unit = new Stream(1, 'fill').uniforms(new Float64Array(1000));
    expect(stream.uniforms(new Float32Array(1000), -2, 6)).toEqual(Float32Array.from(unit, (u) => -2 + 8 * u));
  });
});
