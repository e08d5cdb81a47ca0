import { describe, expect, test } from 'vitest';
import { excerpt, faultOf } from '../../../src/learn/fault.ts';

const error = (message: string, { name = 'Error', stack = '' } = {}) => ({ name, message, stack });

describe('what an error says of the learner’s file', () => {
  test('a syntax error: what, and where', () => {
    const { told, line, column } = faultOf(
      error('Transform failed with 1 error:\n/class/lessons/01-exploding/exercise.ts:2:15: ERROR: Expected ")" but found ";"'),
    );
    expect(told).toEqual({
      en: 'exercise.ts cannot be read: Expected ")" but found ";"',
      zh: 'exercise.ts 无法读取：Expected ")" but found ";"',
    });
    expect([line, column]).toEqual([2, 16]);
  });

  test.each([
    [
      "The requested module './exercise.ts' does not provide an export named 'weightStd'",
      'exercise.ts must export weightStd: the lesson asks for it by that name.',
    ],
    ["Cannot find package 'lodash' imported from /x/exercise.ts", 'exercise.ts imports lodash, which there is not.'],
    ['[vitest-pool]: Worker forks emitted error.', /^The lesson did not come to an end: it was stopped after 20 seconds\./],
    ['Test timed out in 60000ms.', 'exercise.ts waits for something that never comes.'],
  ])('%s', (message, told) => {
    const fault = faultOf(error(message));
    expect(fault.told.en).toMatch(told);
    expect(fault.told.zh).not.toBe('');
    expect([fault.line, fault.column]).toEqual([null, null]);
  });

  test('a crash: the error, and where it was thrown', () => {
    const stack = 'TypeError: boo\n    at weightStd (file:///x/exercise.ts:7:9)\n    at lesson.spec.ts:3:1';
    expect(faultOf(error('boo', { name: 'TypeError', stack }))).toMatchObject({
      told: { en: 'exercise.ts stopped with an error: TypeError: boo' },
      line: 7,
      column: 9,
    });
  });

  test('a value that cannot be used is no crash of the exercise', () => {
    const told = 'std must be a number ≥ 0; got NaN';
    expect(faultOf(error(told, { name: 'ParameterError' }))).toEqual({
      told: { en: `What exercise.ts gives cannot be used: ${told}`, zh: `exercise.ts 给出的结果无法使用：${told}` },
      line: null,
      column: null,
    });
  });

  test('a value that cannot be used, where the exercise itself asks for it, is shown with its line', () => {
    const stack = 'ParameterError: std …\n    at normal (normal.ts:1:1)\n    at network (exercise.ts:4:3)';
    expect(faultOf(error('std …', { name: 'ParameterError', stack }))).toMatchObject({ line: 4, column: 3 });
  });
});

describe('an excerpt', () => {
  const TEXT = Array.from({ length: 12 }, (_, n) => `line ${n + 1}`).join('\n');

  test('shows the line between its neighbours, and marks the column', () => {
    expect(excerpt(TEXT, 10, 3)).toEqual(['   9 | line 9', '> 10 | line 10', '     |   ^', '  11 | line 11']);
  });

  test.each([
    [1, ['> 1 | line 1', '  2 | line 2']],
    [12, ['  11 | line 11', '> 12 | line 12']],
    [99, []],
  ])('ends with the file: line %i', (line, shown) => {
    expect(excerpt(TEXT, line, null)).toEqual(shown);
  });
});
