import { describe, expect, test } from 'vitest';
import { Stream } from '../../../src/random/index.ts';
import { isShare, seed } from './judgements.ts';

const N = 1_000_000;

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
