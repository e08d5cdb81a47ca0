import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { withMathRandom } from '../../../src/random/index.ts';

/** Somebody else’s code, in which our lint has no say. */
const drawn = () => Reflect.get<Math, 'random'>(Math, 'random')();
const three = () => [drawn(), drawn(), drawn()];

describe('Math.random() of somebody else’s code', () => {
  test('follows from seed and label', async () => {
    const [one, again, other, seeded] = await Promise.all([
      withMathRandom(1, 'a', three),
      withMathRandom(1, 'a', three),
      withMathRandom(1, 'b', three),
      withMathRandom(2, 'a', three),
    ]);
    expect(again).toEqual(one);
    expect(new Set([...one, ...other, ...seeded]).size).toBe(9);
  });

  test('is what it was afterwards, after an error too', async () => {
    const random = Reflect.get<Math, 'random'>(Math, 'random');
    await withMathRandom(1, 'a', three);
    expect(Reflect.get<Math, 'random'>(Math, 'random')).toBe(random);
    const failing = () => {
      throw new Error('on purpose');
    };
    await expect(withMathRandom(1, 'a', failing)).rejects.toThrow('on purpose');
    expect(Reflect.get<Math, 'random'>(Math, 'random')).toBe(random);
    expect((await withMathRandom(1, 'a', three)).length).toBe(3);
  });

  test('is nobody else’s meanwhile: who comes while another waits has its turn after it', async () => {
    const slow = () => withMathRandom(1, 'slow', async () => [...three(), await setTimeout(5, drawn()), ...three()]);
    const [alone] = [await slow()];
    const [together] = await Promise.all([slow(), withMathRandom(1, 'a', three), slow()]);
    expect(together).toEqual(alone);
  });
});
