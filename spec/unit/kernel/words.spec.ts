import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fourLanes, stateBefore } from './reference.ts';
import { Workspace } from './workspace.ts';

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const workspace = new Workspace();
const { kernel } = workspace;
const state = workspace.put(new Int32Array(16));
const out = workspace.put(new Uint32Array(256));

const words = (start: ArrayLike<number>, count: number) => {
  state.set(start);
  kernel.words(state.byteOffset, out.byteOffset, count);
  return Array.from(out.subarray(0, count));
};

describe('the kernel’s words', () => {
  test('are, from the state 1, 2, 3, 4, what the reference C code (1.1) draws, by which rand_xoshiro tests itself', () => {
    const known = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];
    const start = [1, 2, 3, 4].flatMap((each) => [each, each, each, each]);
    expect(words(start, 40)).toEqual(known.flatMap((each) => [each, each, each, each]));
  });

  test('are the published recurrence four times, in turn, from any four states', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 16, maxLength: 16 }), (start) => {
        expect(words(start, 200)).toEqual(fourLanes(start, 200));
      }),
      { seed: 1 },
    );
  });

  test('go on from where they were: two calls are one long call', () => {
    const start = Array.from({ length: 16 }, (_, i) => i + 1);
    const whole = words(start, 100);
    const first = words(start, 36);
    const second = words(state.slice(), 64);
    expect([...first, ...second]).toEqual(whole);
  });

  test('fill as many places as are asked for, none beyond, and none where none are', () => {
    out.fill(7);
    for (const count of [0, 4, 12]) {
      words([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], count);
      expect(Array.from(out.subarray(count, 256))).toEqual(Array.from({ length: 256 - count }, () => 7));
    }
    expect(out.subarray(0, 12)).not.toContain(7);
  });

  test('can be any eight: the state before them is known', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 8, maxLength: 8 }), (any) => {
        const eight = any.map((each) => each >>> 0);
        expect(words(stateBefore(eight.slice(0, 4), eight.slice(4)), 8)).toEqual(eight);
      }),
      { seed: 1 },
    );
  });
});
