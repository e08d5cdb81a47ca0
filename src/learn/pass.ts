import type { Lesson } from './lesson.ts';
import { isSolved } from './progress.ts';
import { briefing, failure, flowing, printed, say, success } from './screen.ts';
import type { World } from './session.ts';
import { WORDS } from './words.ts';
import type { Kept, Workshop } from './workshop.ts';

/**
 * One pass without a keyboard: judges this lesson, and while lessons are solved the next unsolved one; shows what became of each.
 *
 * @returns whether all lessons are solved.
 */
export async function pass(
  workshop: Workshop,
  world: Omit<World, 'report' | 'fail'>,
  start: Lesson,
  kept: Kept,
): Promise<boolean> {
  const style = world.style();
  let { progress } = kept;
  const tell = ({ told }: Kept) => told && world.show(flowing(told, style));
  tell(kept);
  for (let lesson: Lesson | undefined = start; lesson;) {
    if (workshop.putSpecBack(lesson)) world.show(flowing(WORDS.putBack, style));
    const outcome = await world.judge(lesson);
    const now = workshop.judged(lesson, outcome.passed, world.now());
    progress = now.progress;
    tell(now);
    const exercise = workshop.exercise(lesson);
    if (!outcome.passed) {
      world.show([
        ...briefing(lesson, exercise, style),
        '',
        ...failure(outcome, exercise, style),
        ...printed(outcome, style),
        '',
      ]);
      return false;
    }
    world.show([style.mark('bold', say(lesson.title, style)), '', ...success(lesson, outcome, exercise, style), '']);
    const number = workshop.lessons.indexOf(lesson);
    lesson = workshop.lessons.slice(number + 1).find((one) => !isSolved(progress, one));
  }
  const left = workshop.lessons.filter((one) => !isSolved(progress, one));
  if (left.length === 0) world.show([say(WORDS.allSolved, style)]);
  return left.length === 0;
}
