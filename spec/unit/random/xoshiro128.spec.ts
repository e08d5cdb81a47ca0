import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { xoshiro128 } from '../../../src/random/xoshiro128.ts';
import { reference } from './reference.ts';

const words = (state: readonly number[], count: number) => {
  const out = new Uint32Array(count);
  xoshiro128(Int32Array.from(state), out);
  return Array.from(out);
};

describe('xoshiro128', () => {
  test('draws, from the state 1, 2, 3, 4, what the reference C code (1.1) draws, by which rand_xoshiro tests itself', () => {
    const known = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];
    expect(words([1, 2, 3, 4], 10)).toEqual(known);
  });

  test('is the published recurrence, from any state', () => {
    const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(word, word, word, word, (...state) => {
        expect(words(state, 50)).toEqual(reference(state.map(BigInt), 50));
      }),
      { seed: 1 },
    );
  });

  test('goes on from where it was: two blocks are one long block', () => {
    const state = Int32Array.of(1, 2, 3, 4);
    const [first, second] = [new Uint32Array(7), new Uint32Array(9)];
    xoshiro128(state, first);
    xoshiro128(state, second);
    expect([...first, ...second]).toEqual(words([1, 2, 3, 4], 16));
  });
});
