import { describe, expect, test } from 'vitest';
import { both } from '../../../src/claim/index.ts';
import { given, positive } from '../../../src/vitest/given.ts';
import { NotYet } from '../../../src/vitest/not-yet.ts';

/** What a learner is told. */
function toldOf(refuse: () => unknown): NotYet['told'] {
  try {
    refuse();
  } catch (error) {
    if (error instanceof NotYet) return error.told;
  }
  return expect.fail('nothing was refused');
}

describe('what a learner’s code gave', () => {
  test('is passed on where a lesson can use it', () => {
    expect(positive('std(256)', 0.0625)).toBe(0.0625);
    expect(given('name', 'x', both('a text', '文本'), (value) => typeof value === 'string')).toBe('x');
  });

  test.each([
    [0, '0'],
    [-1, '-1'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    ['0.1', '"0.1"'],
    [31n, '31n'],
    [null, 'null'],
    [[1, undefined], '[1, undefined]'],
    [{ std: 1 }, '{"std":1}'],
    [Promise.resolve(1), '[object Promise]'],
    [Math.sqrt, '[function sqrt]'],
    [Symbol('s'), 'Symbol(s)'],
  ])('is refused by the name of what gave it: %s is no positive number', (value, shown) => {
    expect(toldOf(() => positive('std(256)', value))).toEqual({
      en: `std(256) must be a positive number; it is ${shown}.`,
      zh: both('', `std(256) 应为正数，而它是 ${shown}。`).zh,
    });
  });

  test('is missed where nothing was returned', () => {
    expect(toldOf(() => positive('std(256)', undefined)).en).toBe(
      'std(256) must be a positive number; it is undefined. Is a return missing?',
    );
  });
});
