import { describe, expect, test } from 'vitest';
import { both, type LessonRecord } from '../../../src/claim/index.ts';
import type { Outcome, Step } from '../../../src/learn/lesson.ts';
import { NO_PROGRESS, withLesson } from '../../../src/learn/progress.ts';
import { failure, list, printed, type Style, success } from '../../../src/learn/screen.ts';
import { openWorkshop } from './handed-out.ts';

const STYLE: Style = { language: 'en', columns: 80, rows: Infinity, mark: (_, text) => text };
const EXERCISE = { path: '/lessons/01-one/exercise.ts', text: '' };

const course = (median: NonNullable<LessonRecord['course']>['median'], of: 'std' | 'gradient std' = 'std') => ({
  ...{ of, median, goal: [1, 1, 1], networks: 8 },
});

function step(sentence: string, told: string | null, shown: LessonRecord['course']): Step {
  const record = { sentence: both(sentence, ''), told: told === null ? null : both(told, ''), seen: [], course: shown };
  return { passed: told === null, error: null, record };
}

const outcome = (...steps: Step[]): Outcome => ({
  ...{ passed: steps.every(({ passed }) => passed), steps, error: null, printed: '', seed: '7' },
});

const failed = (shown: LessonRecord['course']) => failure(outcome(step('a', 'No.', shown)), EXERCISE, STYLE).join('\n');

describe('the screen of a lesson', () => {
  test('shows of several failures the first', () => {
    const seen = outcome(step('one', null, null), step('two', 'Two is wrong.', null), step('three', 'Three is wrong.', null));
    const lines = failure(seen, EXERCISE, STYLE);
    expect(lines[0]).toBe('✗ two');
    expect(lines.join('\n')).not.toContain('hree');
  });

  test('says whose std its chart is of, and what else its signs are', () => {
    expect(failed(course([1, 2, 3]))).toContain('\nstd after each layer   ● seen   ─ goal\n');
    expect(failed(course([1, 2, 3], 'gradient std'))).toContain('\nstd of the gradient at each layer   ● seen   ─ goal\n');
    expect(failed(course([1, 1e30, 'NaN']))).toContain('─ goal   ✗ no number\n');
    expect(failed(course([1, 1e30]))).toContain('─ goal   ✗ no number\n');
    expect(failed(course([1, 1e-30, 0]))).toContain('─ goal   0 all zero\n');
  });

  test('shows on success the last networks, and every sentence', () => {
    const [lesson] = openWorkshop().lessons;
    const seen = outcome(step('one', null, course([1, 1, 1])), step('two', null, course([5, 5, 5])), step('three', null, null));
    const lines = success(lesson, seen, EXERCISE, STYLE);
    expect(lines.slice(0, 3)).toEqual(['✓ one', '✓ two', '✓ three']);
    // Beside the goal, which the first networks hide.
    expect(lines.filter((line) => /[│┤]●+$/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /[│┤]─+$/.test(line))).toHaveLength(1);
  });

  test('shows the last that was printed, without what a terminal obeys', () => {
    const text = Array.from({ length: 12 }, (_, n) => `line ${n}\n`).join('');
    const lines = printed({ ...outcome(), printed: `${text}\u001b]0;title\u0007\n` }, STYLE);
    expect(lines[1]).toBe('Your code printed:');
    expect(lines.slice(2, -1)).toEqual(Array.from({ length: 9 }, (_, n) => `  line ${n + 3}`));
    expect(lines.at(-1)).not.toMatch(/[\u0000-\u001f]/);
  });

  test('lists runs and hints of each lesson', () => {
    const { lessons } = openWorkshop();
    const progress = withLesson(withLesson(NO_PROGRESS, '01-one', { runs: 4, hints: 2, solved: 'now' }), '02-two', { runs: 1 });
    const lines = list(lessons, progress, lessons[1], STYLE);
    expect(lines[0]).toMatch(/^✓ 1 · one +4 runs, 2 hints$/);
    expect(lines[1]).toMatch(/^ {2}2 · two +1 run +← here$/);
    expect(lines[2]).toBe('  3 · three');
  });
});
