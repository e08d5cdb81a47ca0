import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { both } from '../../../src/claim/index.ts';
import type { Language, Lesson, Outcome } from '../../../src/learn/lesson.ts';
import { type LessonProgress, parseProgress, progressOf } from '../../../src/learn/progress.ts';
import { Session, type World } from '../../../src/learn/session.ts';
import type { Workshop } from '../../../src/learn/workshop.ts';

const COURSE = { of: 'std', median: [1, 16, 256], goal: [1, 1, 1], networks: 8 } as const;
const SENTENCE = both('the std is kept', '标准差得以保持');

export const solved: Outcome = {
  ...{ passed: true, error: null, printed: '', seed: '7' },
  steps: [
    {
      passed: true,
      error: null,
      record: { sentence: SENTENCE, told: null, seen: [], course: { ...COURSE, median: [1, 1, 1], goal: [1, 1, 1] } },
    },
  ],
};

export const wrong: Outcome = {
  ...{ passed: false, error: null, printed: 'hello\n', seed: '7' },
  steps: [
    {
      ...{ passed: false, error: { name: 'NotYet', message: 'it grows', stack: '' } },
      record: {
        ...{ sentence: SENTENCE, told: both('It grows 16-fold.', '它增长 16 倍。') },
        ...{
          seen: [both('the growth: 16', '增长：16')],
          course: { ...COURSE, median: [...COURSE.median], goal: [...COURSE.goal] },
        },
      },
    },
  ],
};

export const crashed: Outcome = {
  ...{ passed: false, steps: [], printed: '', seed: '7' },
  error: { name: 'SyntaxError', message: 'x/exercise.ts:2:3: ERROR: Unexpected "}"', stack: '' },
};

export interface Desk {
  readonly session: Session;
  readonly world: World;
  /** The lessons that were judged, in their order. */
  readonly judged: readonly string[];
  /** Every screen that was shown, and the last of them. */
  readonly shown: readonly string[];
  readonly screen: () => string;
  readonly progress: (id: string) => LessonProgress;
  readonly save: (id: string, text?: string) => void;
}

/** The screen of a terminal, and a judge that answers what it is told to. */
export function desk(
  workshop: Workshop,
  judge: (lesson: Lesson, signal?: AbortSignal) => Outcome | Promise<Outcome>,
  language: Language = 'en',
  columns = 120,
  world: Partial<World> = {},
): Desk {
  const shown: string[] = [];
  const judged: string[] = [];
  const whole: World = {
    judge: async (lesson, signal) => {
      judged.push(lesson.id);
      return judge(lesson, signal);
    },
    report: () => Promise.resolve('/lessons/report/index.html'),
    show: (lines) => shown.push(lines.join('\n')),
    style: () => ({ language, columns, rows: Infinity, mark: (_, text) => text }),
    fail: (error) => {
      throw error;
    },
    now: () => '2026-01-01T00:00:00.000Z',
    ...world,
  };
  const session = new Session(workshop, whole, workshop.lessons[0], workshop.progress());
  onTestFinished(() => void session.end());
  return {
    session,
    world: whole,
    judged,
    shown,
    screen: () => shown.at(-1) ?? '',
    progress: (id) =>
      progressOf(parseProgress(readFileSync(join(workshop.folder, 'progress.json'), 'utf8')) ?? expect.fail('no progress'), id),
    save: (id, text = '// saved\n') => writeFileSync(join(workshop.folder, id, 'exercise.ts'), text),
  };
}
