import { describe, expect, test } from 'vitest';
import { both } from '../../../src/claim/index.ts';
import type { Lesson } from '../../../src/learn/lesson.ts';
import { verdictOf } from '../../../src/learn/verdict.ts';
import { crashed, solved, wrong } from './desk.ts';

describe('a lesson’s verdict in a line', () => {
  const lesson = { title: both('1 · one', '1 · one') } as Lesson;
  const style = { language: 'en' as const, columns: 80, rows: Infinity, mark: (_: unknown, text: string) => text };

  test.each([
    [solved, '✓ 1 · one'],
    [wrong, '✗ 1 · one: It grows 16-fold.'],
    [crashed, '✗ 1 · one: exercise.ts cannot be read: Unexpected "}"'],
    [{ ...solved, passed: false, steps: [] }, '✗ 1 · one: it has no step'],
  ])('%#', (outcome, line) => {
    expect(verdictOf(lesson, outcome, style)).toBe(line);
  });
});
