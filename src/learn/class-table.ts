import type { Lesson } from './lesson.ts';
import { isSolved, type Progress, progressOf } from './progress.ts';
import { tame } from './tame.ts';
import { fitted, widthOf } from './width.ts';

/** How far one learner has come; null where there is no progress file that can be read. */
export interface Learner {
  readonly name: string;
  readonly progress: Progress | null;
}

/** Signs of a cell: solved, solved after the solution was looked at, begun, not begun. */
const SIGNS = { solved: '✓', peeked: 's', begun: '…', not: '·' };

/** A line for each learner, a column for each lesson. */
export function classTable(lessons: readonly Lesson[], learners: readonly Learner[]): string[] {
  learners = learners.map(({ name, progress }) => ({ name: tame(name), progress }));
  const names = Math.max(...learners.map(({ name }) => widthOf(name)), 4);
  const numbers = lessons.map(({ id }) => id.slice(0, 2));
  return [
    `${' '.repeat(names)}  ${numbers.join(' ')}`,
    ...learners.map(({ name, progress }) => {
      if (!progress) return `${fitted(name, names)}  no progress file that can be read`;
      const cells = lessons.map((lesson) => fitted(sign(progress, lesson), 2));
      const solved = lessons.filter((lesson) => isSolved(progress, lesson)).length;
      const hints = lessons.reduce((sum, { id }) => sum + progressOf(progress, id).hints, 0);
      return `${fitted(name, names)}  ${cells.join(' ')}  ${solved} of ${lessons.length}, ${hints} hint${hints === 1 ? '' : 's'}`;
    }),
    '',
    `${SIGNS.solved} solved  ${SIGNS.peeked} solved after a look at the solution  ${SIGNS.begun} begun  ${SIGNS.not} not begun`,
  ];
}

function sign(progress: Progress, { id }: Lesson): string {
  const { runs, solved, peeked } = progressOf(progress, id);
  if (solved !== null) return peeked ? SIGNS.peeked : SIGNS.solved;
  return runs > 0 ? SIGNS.begun : SIGNS.not;
}
