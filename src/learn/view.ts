import type { Text } from '../claim/index.ts';
import { type Lesson, numberOf, type Outcome } from './lesson.ts';
import type { Progress } from './progress.ts';
import { fitting, type Room } from './room.ts';
import { briefing, type Exercise, failure, flowing, hint, list, printed, say, solution, type Style, success } from './screen.ts';
import { chooseOf, WORDS } from './words.ts';

/** What a session has to show. */
export interface Shown {
  readonly lessons: readonly Lesson[];
  readonly progress: Progress;
  readonly lesson: Lesson;
  readonly exercise: Exercise;
  /** What became of the lesson; null before it was judged. */
  readonly outcome: Outcome | null;
  readonly running: boolean;
  readonly view: 'lesson' | 'list' | 'solution';
  /** How many hints were asked for: the last is shown, for all of them would push the chart off a small screen. */
  readonly hints: number;
  readonly note: Text | null;
}

/** A session's screen, as much of it as the terminal has room for. */
export function view(shown: Shown, style: Style): readonly string[] {
  return fitting((room) => {
    const lines = [
      ...bodyOf(shown, style, room),
      ...(shown.note ? ['', ...flowing(shown.note, style).map((line) => style.mark('yellow', line))] : []),
      '',
      ...flowing(WORDS.keys, style).map((line) => style.mark('dim', line)),
    ];
    return room.spare ? lines : lines.filter((line) => line !== '');
  }, style);
}

function bodyOf(shown: Shown, style: Style, room: Room): string[] {
  const { lessons, lesson, outcome, exercise, hints } = shown;
  const head = briefing(lesson, exercise, style, room);
  if (shown.view === 'list') {
    const tenth = lessons.some((one) => numberOf(one) === 10);
    return [...list(lessons, shown.progress, lesson, style), '', ...flowing(chooseOf(tenth), style)];
  }
  if (shown.view === 'solution') return [...head, '', ...solution(lesson, style)];
  if (shown.running || !outcome) return [...head, '', say(WORDS.running, style)];
  if (outcome.passed) {
    return [style.mark('bold', say(lesson.title, style)), '', ...success(lesson, outcome, exercise, style, room)];
  }
  return [
    ...head,
    '',
    ...failure(outcome, exercise, style, room),
    ...printed(outcome, style, room),
    ...(hints > 0 ? ['', ...hint(lesson, hints, style)] : []),
    ...(room.spare ? ['', ...flowing(WORDS.watching, style).map((line) => style.mark('dim', line))] : []),
  ];
}
