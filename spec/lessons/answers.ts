import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../../src/learn/index.ts';
import { judgeLessons } from '../../src/vitest/judge-lessons.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('../../', import.meta.url));

/** An answer to a lesson: what is shipped, the solution, or a wrong one. */
export interface Answer {
  readonly lesson: string;
  readonly name: string;
  /** The file that holds it, from the lesson's folder. */
  readonly file: string;
  /** How the message must begin that it gets; null for a right one. */
  readonly told: { readonly en: string; readonly zh: string } | null;
}

export const LESSONS: readonly string[] = readdirSync(here)
  .filter((name) => /^\d\d-/.test(name))
  .sort();

export const textOf = (lesson: string, file: string): string => readFileSync(join(here, lesson, file), 'utf8');

/** Of a lesson, the solution alone. */
export const solutionOf = (lesson: string): Answer => ({ lesson, name: 'solution', file: 'solution.ts', told: null });

/** Of a lesson, the exercise as it is shipped, the solution, and the wrong answers. */
export function answersOf(lesson: string): Answer[] {
  const wrong = readdirSync(join(here, lesson, 'wrong')).filter((name) => name.endsWith('.ts'));
  return [
    { lesson, name: 'as shipped', file: 'exercise.ts', told: toldIn(textOf(lesson, 'wrong/as-shipped.md')) },
    solutionOf(lesson),
    ...wrong.map((name) => ({
      lesson,
      name: basename(name, '.ts'),
      file: `wrong/${name}`,
      told: toldIn(textOf(lesson, `wrong/${name}`)),
    })),
  ];
}

/** `told: …` and `告知：…`. */
function toldIn(text: string): { en: string; zh: string } {
  const [, en, zh] = /told: (.+)\n.*告知：(.+)/.exec(text) ?? [];
  if (!en || !zh)
    throw new RangeError(`a wrong answer must begin with what it is told, in both languages; got ${text.slice(0, 80)}`);
  return { en, zh };
}

/** Judges answers in one process, each in a folder of its own; in the order that they are given in. */
export async function judgeAnswers(answers: readonly Answer[], seed: string): Promise<Outcome[]> {
  // Inside the repository, so that `gainsay` is the repository's own.
  mkdirSync(join(repository, 'reports'), { recursive: true });
  const root = mkdtempSync(join(repository, 'reports/lessons-'));
  try {
    const folders = answers.map(({ lesson, file }, i) => {
      const folder = `${String(i).padStart(3, '0')}/${lesson}`;
      mkdirSync(join(root, folder), { recursive: true });
      cpSync(join(here, lesson, 'lesson.spec.ts'), join(root, folder, 'lesson.spec.ts'));
      cpSync(join(here, lesson, file), join(root, folder, 'exercise.ts'));
      return folder;
    });
    const specs = folders.map((folder) => `${folder}/lesson.spec.ts`);
    return await judgeLessons({ root, specs, seed, backend: 'wasm', together: true });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
