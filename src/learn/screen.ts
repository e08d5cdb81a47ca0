import { chart } from './chart.ts';
import { excerpt, faultOf } from './fault.ts';
import { inLanguage, type Language, type Lesson, type Outcome, type Step } from './lesson.ts';
import { isSolved, progressOf, type Progress } from './progress.ts';
import { paragraphs } from './section.ts';
import { type Room, WHOLE } from './room.ts';
import { tame, tameLine } from './tame.ts';
import { fitted, widthOf, wrapped } from './width.ts';
import { hintOf, solvedOf, triedOf, WORDS } from './words.ts';
import { fromJson, type Text } from '../claim/index.ts';

/** How a screen is written. */
export interface Style {
  readonly language: Language;
  readonly columns: number;
  /** Infinity where it is no screen. */
  readonly rows: number;
  /** Marks a text, where the terminal has colours: `styleText`, or what leaves it as it is. */
  readonly mark: (as: 'bold' | 'dim' | 'green' | 'red' | 'yellow', text: string) => string;
}

/** The exercise in a learner's folder. */
export interface Exercise {
  readonly path: string;
  readonly text: string;
}

/** Lines of what the learner's code printed that are shown, and of those on a small screen. */
const [PRINTED, FEW] = [10, 3];

/** Characters of what a lesson tells: its longest explanation has half as many. */
const TOLD = 900;

/** Columns of the list: `12 runs, 3 hints`, and the mark of the lesson that is on, with what stands between. */
const [TRIED, HERE] = [18, 12];

/** Between two programs. */
const BETWEEN = ' │ ';

/** The title, and what is asked for. */
export function briefing(lesson: Lesson, { path }: Exercise, style: Style, { task }: Room = WHOLE): string[] {
  if (!task) return [style.mark('bold', say(lesson.title, style))];
  return [
    ...[style.mark('bold', say(lesson.title, style)), '', ...flowing(lesson.task, style), ''],
    ...[style.mark('dim', path), ...flowing(WORDS.mathematics, style).map((line) => style.mark('dim', line))],
  ];
}

/** One failure, explained; then the chart, and what was measured. */
export function failure(outcome: Outcome, exercise: Exercise, style: Style, room: Room = WHOLE): string[] {
  const step = outcome.steps.find(({ passed }) => !passed);
  const error = outcome.error ?? (step?.record?.told ? null : (step?.error ?? null));
  if (error) {
    const { told, line, column } = faultOf(error);
    return [
      ...flowing(told, style).map((one) => style.mark('red', one)),
      ...(line === null ? [] : ['', ...excerpt(exercise.text, line, column), '', style.mark('dim', `${exercise.path}:${line}`)]),
    ];
  }
  const record = step?.record;
  if (!record?.told) return [];
  return [
    ...flowing(record.sentence, style, '✗ ').map((one) => style.mark('red', one)),
    '',
    ...course(step, style, room),
    ...flowing(tamed(record.told), style),
    ...(room.spare ? record.seen : []).flatMap((one) => flowing(tamed(one), style, '  ')).map((one) => style.mark('dim', one)),
  ];
}

/** What the learner's code printed, its last lines. */
export function printed({ printed: text }: Outcome, style: Style, { task }: Room = WHOLE): string[] {
  if (text.trim() === '') return [];
  const lines = text.trimEnd().split(/\r?\n/);
  return [
    '',
    style.mark('dim', `${say(WORDS.printed, style)}:`),
    ...lines.slice(task ? -PRINTED : -FEW).map((line) => `  ${tameLine(line)}`),
  ];
}

/** What was learnt, the chart, and both programs. */
export function success(lesson: Lesson, outcome: Outcome, exercise: Exercise, style: Style, room: Room = WHOLE): string[] {
  return [
    ...outcome.steps
      .flatMap(({ record }) => (record ? flowing(record.sentence, style, '✓ ') : []))
      .map((one) => style.mark('green', one)),
    '',
    ...course(
      outcome.steps.findLast(({ record }) => record?.course),
      style,
      room,
    ),
    style.mark('bold', say(WORDS.learnt, style)),
    '',
    ...flowing(lesson.learnt, style),
    '',
    ...programs(exercise.text, lesson.solution, style),
  ];
}

/** A hint, of so many. */
export function hint(lesson: Lesson, n: number, style: Style): string[] {
  const { length } = lesson.hints;
  return [style.mark('yellow', say(hintOf(n, length), style)), ...flowing(lesson.hints[n - 1], style, '  ')];
}

/** The reference solution. */
export function solution(lesson: Lesson, style: Style): string[] {
  return [style.mark('bold', say(WORDS.solution, style)), '', ...code(lesson.solution).map((line) => `  ${line}`)];
}

/** All lessons, with how far the learner has come. */
export function list(lessons: readonly Lesson[], progress: Progress, here: Lesson | null, style: Style): string[] {
  const titles = Math.min(Math.max(...lessons.map(({ title }) => widthOf(say(title, style)))), style.columns - TRIED - HERE);
  const rows = lessons.map((lesson) => {
    const { runs, hints } = progressOf(progress, lesson.id);
    const solved = isSolved(progress, lesson);
    const tried = say(triedOf(runs, hints), style);
    const line = `${solved ? '✓' : ' '} ${fitted(say(lesson.title, style), titles)}  ${fitted(tried, TRIED)}`;
    return `${solved ? style.mark('green', line) : line}${lesson === here ? `← ${say(WORDS.here, style)}` : ''}`.trimEnd();
  });
  return [...rows, '', say(solvedOf(lessons.filter((one) => isSolved(progress, one)).length, lessons.length), style)];
}

/** A text in the learner's language, its paragraphs as wide as the screen. */
export function flowing(text: Text, style: Style, lead = ''): string[] {
  const indent = ' '.repeat(widthOf(lead));
  const lines = paragraphs(say(text, style)).flatMap((paragraph, i) => {
    const broken = paragraph.startsWith('    ')
      ? paragraph.split('\n')
      : wrapped(paragraph, Math.min(style.columns, 100) - indent.length);
    return i === 0 ? broken : ['', ...broken];
  });
  return lines.map((line, i) => (line === '' ? '' : (i === 0 ? lead : indent) + line));
}

export const say = (text: Text, { language }: Style): string => inLanguage(text, language);

function course(step: Step | undefined, style: Style, { chartRows }: Room): string[] {
  if (!step?.record?.course) return [];
  const { course: shown } = step.record;
  const of = say(shown.of === 'std' ? WORDS.std : WORDS.gradientStd, style);
  const values = shown.median.map((one) => fromJson(one) ?? NaN);
  const signs = [
    `● ${say(WORDS.seen, style)}`,
    `─ ${say(WORDS.goal, style)}`,
    ...(values.every(Number.isFinite) && values.length === shown.goal.length ? [] : [`✗ ${say(WORDS.stopped, style)}`]),
    ...(values.includes(0) ? [`0 ${say(WORDS.died, style)}`] : []),
  ];
  return [
    style.mark('dim', [of, ...signs].join('   ')),
    ...chart(shown, { columns: Math.min(style.columns, 100), rows: chartRows }),
    '',
  ];
}

/** What a lesson tells may hold what the learner wrote: the sentence of a claim, or what an error said. */
const tamed = ({ en, zh = en }: Text): Text => ({ en: tame(en, TOLD), zh: tame(zh, TOLD) });

/** Both programs, beside one another where there is room. */
function programs(own: string, reference: string, style: Style): string[] {
  const [yours, theirs] = [say(WORDS.yours, style), say(WORDS.reference, style)];
  const [left, right] = [code(own), code(reference)];
  const [here, there] = [widest([yours, ...left]), widest([theirs, ...right])];
  if (here + BETWEEN.length + there > style.columns) {
    return [style.mark('bold', yours), ...left.map(indented), '', style.mark('bold', theirs), ...right.map(indented)];
  }
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [left[row] ?? '', right[row] ?? '']);
  return [
    style.mark('bold', `${fitted(yours, here)}${' '.repeat(BETWEEN.length)}${theirs}`),
    ...rows.map(([one, other]) => `${fitted(one, here)}${BETWEEN}${other}`.trimEnd()),
  ];
}

const widest = (lines: readonly string[]): number => Math.max(...lines.map(widthOf));

/** A program without its comments, which the learner has read. */
function code(text: string): string[] {
  return text
    .replaceAll(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '')
    .replaceAll(/^\s*\/\/ TODO.*\n/gm, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => tameLine(line));
}

const indented = (line: string): string => `  ${line}`;
