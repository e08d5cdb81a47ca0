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
    [
      "The requested module 'gainsay' does not provide an export named 'growBy'",
      'exercise.ts imports growBy from gainsay, which exports no growBy.',
    ],
    ['Test timed out in 60000ms.', 'exercise.ts waits for something that never comes.'],
  ])('%s', (message, told) => {
    const fault = faultOf(error(message, { stack: 'Error: …\n    at spec.ts:1:1' }));
    expect(fault.told.en).toBe(told);
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

  test.each([
    'Unterminated string in JSON at position 4',
    'the loop terminated early',
    'Worker exited unexpectedly',
    'SIGKILL',
    'Test timed out in 1ms',
  ])('a crash, whatever its words: %s', (message) => {
    const stack = `Error: ${message}\n    at weightStd (file:///x/exercise.ts:7:9)`;
    expect(faultOf(error(message, { stack })).told.en).toBe(`exercise.ts stopped with an error: Error: ${message}`);
    expect(faultOf(error(message, { stack: 'Error\n    at normal.ts:1:1' })).told.en).not.toMatch(/20 seconds/);
  });

  test('the end of its process: by the watchdog, and by itself', () => {
    expect(faultOf({ ...error('SIGKILL'), process: 'held' }).told).toEqual({
      en: 'exercise.ts was stopped because one call of it took more than 20 seconds without letting go: a loop that never ends, or an await of what never comes?',
      zh: 'exercise.ts 被中止：它的一次调用超过 20 秒仍未返回。是否有不会结束的循环，或永远等不到结果的 await？',
    });
    expect(faultOf({ ...error('SIGABRT'), process: 'ended' }).told.en).toBe(
      'exercise.ts ended the process that it runs in (SIGABRT): by itself, or for want of memory?',
    );
  });

  test('what was thrown, and is no error', () => {
    expect(faultOf(error('boo')).told.en).toBe('exercise.ts threw boo, which is no Error.');
  });

  test('nothing that a terminal obeys, and no more than can be read', () => {
    const stack = 'Error: …\n    at exercise.ts:1:1';
    const hostile = '\u001b]0;title\u0007\rboo\b\nmore';
    const { told } = faultOf(error(hostile, { stack }));
    expect(told.en).toBe('exercise.ts stopped with an error: Error: \\u001b]0;title\\u0007 boo\\u0008 more');
    expect(told.zh).not.toMatch(/[\u0000-\u001f]/);
    for (const name of ['Error', 'ParameterError', 'word '.repeat(400_000)]) {
      expect(faultOf(error('word '.repeat(400_000), { name, stack })).told.en.length).toBeLessThan(360);
    }
    expect(faultOf(error(`exercise.ts:1:1: ERROR: ${hostile}`)).told.en).not.toMatch(/[\u0000-\u001f]/);
  });

  test('a value that cannot be used is no crash of the exercise', () => {
    const told = 'std must be a number ≥ 0; got NaN';
    expect(faultOf(error(told, { name: 'ParameterError', stack: 'ParameterError: …\n    at normal.ts:1:1' }))).toEqual({
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

  test('shows a tab as the one character that its column counts it for, and of an endless line its beginning', () => {
    expect(excerpt('\tconst\u0007', 1, 2)).toEqual(['> 1 |  const\\u0007', '    |  ^']);
    const [line, ...mark] = excerpt('x'.repeat(100_000), 1, 90_000);
    expect(line.length).toBeLessThan(220);
    expect(mark).toEqual([]);
  });

  test.each([
    [1, ['> 1 | line 1', '  2 | line 2']],
    [12, ['  11 | line 11', '> 12 | line 12']],
    [99, []],
  ])('ends with the file: line %i', (line, shown) => {
    expect(excerpt(TEXT, line, null)).toEqual(shown);
  });
});
