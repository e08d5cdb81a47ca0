import { both, type Text } from '../claim/index.ts';
import { faultOf } from './fault.ts';
import type { Lesson, Outcome } from './lesson.ts';
import { tame } from './tame.ts';
import { say, type Style } from './screen.ts';

/** A lesson's outcome in one line. */
export function verdictOf(lesson: Lesson, outcome: Outcome, style: Style): string {
  const title = say(lesson.title, style);
  if (outcome.passed) return style.mark('green', `✓ ${title}`);
  return `${style.mark('red', `✗ ${title}`)}: ${tame(say(why(outcome), style), 900)}`;
}

function why({ error, steps }: Outcome): Text {
  const failed = steps.find(({ passed }) => !passed);
  const fault = error ?? failed?.error;
  return failed?.record?.told ?? (fault ? faultOf(fault).told : both('it has no step', '没有任何步骤'));
}
