import type { Lesson } from './lesson.ts';

/** The progress file, versioned: what a teacher collects. */
export const PROGRESS_SCHEMA = 'gainsay/progress/1';

/** What a learner has done of one lesson. */
export interface LessonProgress {
  /** How often it was judged before it was solved. */
  runs: number;
  /** How many hints were shown. */
  hints: number;
  /** Whether the solution was looked at before it was solved. */
  peeked: boolean;
  /** When it was first solved; null until then. */
  solved: string | null;
}

export interface Progress {
  schema: typeof PROGRESS_SCHEMA;
  lessons: Record<string, LessonProgress>;
}

export const NO_PROGRESS: Progress = { schema: PROGRESS_SCHEMA, lessons: {} };

/** What has been done of a lesson; nothing, where it was never begun. */
export function progressOf({ lessons }: Progress, id: string): LessonProgress {
  return Object.hasOwn(lessons, id) ? lessons[id] : { runs: 0, hints: 0, peeked: false, solved: null };
}

/** The progress with a lesson's changed. */
export function withLesson(progress: Progress, id: string, change: Partial<LessonProgress>): Progress {
  return { ...progress, lessons: { ...progress.lessons, [id]: { ...progressOf(progress, id), ...change } } };
}

export const isSolved = (progress: Progress, { id }: Lesson): boolean => progressOf(progress, id).solved !== null;

/** The first lesson that is not solved; undefined once all are. */
export const firstUnsolved = (lessons: readonly Lesson[], progress: Progress): Lesson | undefined =>
  lessons.find((lesson) => !isSolved(progress, lesson));

/** Reads a progress file's text; undefined where it is none. */
export function parseProgress(text: string): Progress | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(read) || read['schema'] !== PROGRESS_SCHEMA || !isObject(read['lessons'])) return undefined;
  const lessons = Object.entries(read['lessons']);
  return lessons.every(([, one]) => isLessonProgress(one))
    ? { schema: PROGRESS_SCHEMA, lessons: Object.fromEntries(lessons) as Record<string, LessonProgress> }
    : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isLessonProgress = (value: unknown): boolean =>
  isObject(value) &&
  isCount(value['runs']) &&
  isCount(value['hints']) &&
  typeof value['peeked'] === 'boolean' &&
  (value['solved'] === null || typeof value['solved'] === 'string');
