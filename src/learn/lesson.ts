import type { LessonRecord, Text } from '../claim/index.ts';

/** What the learner edits, what judges it, and what both are about: the same words in every lesson's folder. */
export const EXERCISE = 'exercise.ts';
export const SPEC = 'lesson.spec.ts';
export const READMES = { en: 'README.md', zh: 'README.zh.md' };

/** A lesson as it is handed out. */
export interface Lesson {
  /** Its folder: `01-exploding`. */
  readonly id: string;
  readonly title: Text;
  /** What the learner is asked for. */
  readonly task: Text;
  /** What whoever has solved it knows. */
  readonly learnt: Text;
  /** Three, each more telling than the one before it. */
  readonly hints: readonly Text[];
  /** The text of `solution.ts`. */
  readonly solution: string;
}

/** The number that a lesson goes by: that of its folder. */
export const numberOf = ({ id }: { readonly id: string }): number => Number(id.slice(0, 2));

/** An error of the learner's file, or of what came of it. */
export interface LessonError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** Where it is not an error that was thrown, but the end of the process: by the watchdog, or by what its message says. */
  readonly process?: 'held' | 'ended';
}

/** What became of one step of a lesson. */
export interface Step {
  readonly passed: boolean;
  readonly record: LessonRecord | null;
  readonly error: LessonError | null;
}

/** What became of a lesson. */
export interface Outcome {
  readonly passed: boolean;
  readonly steps: readonly Step[];
  /** Why it could not be run, or not to its end. */
  readonly error: LessonError | null;
  /** What the learner's code printed. */
  readonly printed: string;
  /** What its networks were drawn from: the same again draw them again. */
  readonly seed: string;
}

export type Language = 'en' | 'zh';

/** Words in the learner's language; in English where nobody translated them. */
export function inLanguage({ en, zh = en }: Text, language: Language): string {
  return language === 'zh' ? zh : en;
}
