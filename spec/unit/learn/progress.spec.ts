import { describe, expect, test } from 'vitest';
import { classTable } from '../../../src/learn/class-table.ts';
import type { Lesson } from '../../../src/learn/lesson.ts';
import { firstUnsolved, NO_PROGRESS, parseProgress, type Progress, progressOf, withLesson } from '../../../src/learn/progress.ts';

const LESSONS = ['01-exploding', '02-float32', '03-tanh'].map((id) => ({ id }) as Lesson);
const WHEN = '2026-01-01T00:00:00.000Z';

const SOME: Progress = withLesson(
  withLesson(NO_PROGRESS, '01-exploding', { runs: 3, hints: 2, solved: WHEN }),
  ...(['02-float32', { runs: 1 }] as const),
);

describe('progress', () => {
  test('knows of each lesson what was done', () => {
    expect(progressOf(SOME, '01-exploding')).toEqual({ runs: 3, hints: 2, peeked: false, solved: WHEN });
    expect(progressOf(SOME, '03-tanh')).toEqual({ runs: 0, hints: 0, peeked: false, solved: null });
    expect(progressOf(SOME, 'constructor').runs).toBe(0);
  });

  test('leads to the first lesson that is not solved', () => {
    expect(firstUnsolved(LESSONS, NO_PROGRESS)?.id).toBe('01-exploding');
    expect(firstUnsolved(LESSONS, SOME)?.id).toBe('02-float32');
    const all = LESSONS.reduce((progress, { id }) => withLesson(progress, id, { solved: WHEN }), NO_PROGRESS);
    expect(firstUnsolved(LESSONS, all)).toBeUndefined();
  });

  test('is read as it was written', () => {
    expect(parseProgress(JSON.stringify(SOME))).toEqual(SOME);
  });

  test.each([
    ['nothing', ''],
    ['half a file', JSON.stringify(SOME).slice(0, 40)],
    ['another file', '{"name":"gainsay"}'],
    ['another version', JSON.stringify({ ...SOME, schema: 'gainsay/progress/2' })],
    ['no lessons', '{"schema":"gainsay/progress/1"}'],
    ['a list', '{"schema":"gainsay/progress/1","lessons":[]}'],
    [
      'a number of runs that is none',
      '{"schema":"gainsay/progress/1","lessons":{"a":{"runs":-1,"hints":0,"peeked":false,"solved":null}}}',
    ],
    ['a time that is none', '{"schema":"gainsay/progress/1","lessons":{"a":{"runs":1,"hints":0,"peeked":false,"solved":true}}}'],
  ])('is not read from %s', (_, text) => {
    expect(parseProgress(text)).toBeUndefined();
  });
});

describe('the table of a class', () => {
  test('has a line for each learner, and a column for each lesson', () => {
    expect(
      classTable(LESSONS, [
        { name: 'ada', progress: SOME },
        { name: '王小明', progress: withLesson(SOME, '02-float32', { peeked: true, solved: WHEN }) },
        { name: 'new', progress: NO_PROGRESS },
        { name: 'lost', progress: null },
      ]),
    ).toEqual([
      '        01 02 03',
      'ada     ✓  …  ·   1 of 3, 2 hints',
      '王小明  ✓  s  ·   2 of 3, 2 hints',
      'new     ·  ·  ·   0 of 3, 0 hints',
      'lost    no progress file that can be read',
      '',
      '✓ solved  s solved after a look at the solution  … begun  · not begun',
    ]);
  });
});
