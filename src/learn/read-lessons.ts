import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../claim/index.ts';
import { ParameterError } from '../parameter.ts';
import { EXERCISE, type Lesson, READMES, SPEC } from './lesson.ts';
import { before, section, sections } from './section.ts';

/** What a lesson's folder is called: `01-exploding`. */
const ID = /^\d\d-[a-z0-9-]+$/;

/** The sections of a README: what is asked for, and what has been learnt, which a learner gets to read once it is. */
const [TASK, LEARNT] = [0, 1];

/**
 * The lessons in a folder, in the order of their numbers.
 *
 * @throws ParameterError for a folder without a lesson, and for a lesson that lacks one of its files.
 */
export function readLessons(folder: string): Lesson[] {
  const ids = existsSync(folder) ? readdirSync(folder).filter((name) => ID.test(name)) : [];
  if (ids.length === 0) throw new ParameterError('the folder of lessons', 'one that holds lessons, such as 01-exploding', folder);
  return ids.sort().map((id) => readLesson(join(folder, id), id));
}

function readLesson(folder: string, id: string): Lesson {
  const file = (name: string) => {
    const path = join(folder, name);
    if (!existsSync(path)) throw new ParameterError(`lesson ${id}`, `one with a file ${name}`, folder);
    return readFileSync(path, 'utf8');
  };
  const readme = { en: readmeIn(file(READMES.en), id, READMES.en), zh: readmeIn(file(READMES.zh), id, READMES.zh) };
  const hints = { en: sections(file('hints.md')), zh: sections(file('hints.zh.md')) };
  const inBoth = (of: (text: string) => string): Text => ({ en: of(readme.en), zh: of(readme.zh) });
  for (const needed of [EXERCISE, SPEC]) file(needed);
  return {
    id,
    title: inBoth((text) => /^# (.*)$/m.exec(text)?.[1] ?? id),
    task: inBoth((text) => section(text, TASK)),
    learnt: inBoth((text) => section(text, LEARNT)),
    hints: hints.en.map((hint, n) => ({ en: withoutHead(hint), zh: withoutHead(hints.zh[n] ?? hint) })),
    solution: file('solution.ts'),
  };
}

/** A README that has the sections which a learner is shown. */
function readmeIn(text: string, id: string, name: string): string {
  if (section(text, LEARNT) === '') {
    const rule = 'one with two sections below a `## `, the task and what has been learnt';
    throw new ParameterError(`${name} of lesson ${id}`, rule, text.slice(0, 40));
  }
  return text;
}

/** A README without what it tells of the answer. */
export const withoutLearnt = (readme: string): string => before(readme, LEARNT);

const withoutHead = (text: string): string => text.replace(/^.*\n/, '').trim();
