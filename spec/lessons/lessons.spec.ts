import { randomInt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/learn/index.ts';
import { type Answer, answersOf, judgeAnswers, LESSONS, solutionOf, textOf } from './answers.ts';

/** Seeds that nobody has seen. */
const FRESH = Array.from({ length: 20 }, () => String(randomInt(2 ** 32)));

describe.each(LESSONS)('lesson %s', (lesson) => {
  test.each(['hints.md', 'hints.zh.md'])('has three hints in %s', (file) => {
    const hints = textOf(lesson, file)
      .split(/^## \d\n/m)
      .slice(1)
      .map((hint) => hint.trim());
    expect(hints).toHaveLength(3);
    for (const hint of hints) expect(hint.length).toBeGreaterThan(15);
    expect(new Set(hints).size).toBe(3);
  });

  test.each(['README.md', 'README.zh.md'])('says in half a page of %s what is asked for, and what has been learnt', (file) => {
    const text = textOf(lesson, file);
    const [, task, learnt] = text.split(/^## .*\n/m);
    expect(text).toMatch(new RegExp(`^# ${Number(lesson.slice(0, 2))} · `));
    expect(task.trim()).not.toBe('');
    expect(learnt.trim()).not.toBe('');
    expect(text.split('\n').length).toBeLessThan(45);
  });

  test('has one TODO in its exercise, and none elsewhere', () => {
    const todos = (file: string) => textOf(lesson, file).match(/TODO/g)?.length ?? 0;
    expect(todos('exercise.ts')).toBe(1);
    for (const { file } of answersOf(lesson).slice(1)) expect(todos(file)).toBe(0);
  });

  test('does not give the answer away in its exercise', () => {
    const exercise = spaceless(textOf(lesson, 'exercise.ts'));
    const decisive = codeOf(textOf(lesson, 'solution.ts')).filter((line) => !exercise.includes(spaceless(line)));
    expect(decisive).not.toEqual([]);
    for (const line of decisive) {
      const expression = spaceless(line.replace(/^\s*(return|export const[^=]*=|const[^=]*=)/, '').replace(/;$/, ''));
      if (expression.length > 8) expect(exercise).not.toContain(expression);
    }
  });

  test('lists three wrong answers or more', () => {
    expect(answersOf(lesson).length - 2).toBeGreaterThanOrEqual(3);
  });
});

const codeOf = (text: string): string[] =>
  text
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => /^\s*(return|export const|const|let|for|while|if)\b/.test(line));

const spaceless = (text: string): string => text.replaceAll(/\s+/g, '');

describe('every answer of every lesson', async () => {
  const all = (await Promise.all([judgedOf(LESSONS.slice(0, 5)), judgedOf(LESSONS.slice(5))])).flat();

  test.each(all)('$answer.lesson, $answer.name: is told what it must be', ({ answer, judgement }) => {
    if (answer.told === null) expect(complaint(judgement)).toBeNull();
    else {
      expect(judgement.error).toBeNull();
      const told = judgement.steps.find(({ passed }) => !passed)?.record?.told;
      expect(told?.en, `on seed ${FRESH[0]}`).toMatch(beginningWith(answer.told.en));
      expect(told?.zh).toMatch(beginningWith(answer.told.zh));
    }
  });
});

describe('the solutions', () => {
  const solutions: Answer[] = LESSONS.map(solutionOf);
  test.concurrent.each(FRESH)('pass on the fresh seed %s', async (seed) => {
    const judged = await judgeAnswers(solutions, seed);
    const failed = judged.flatMap((one, i) => (one.passed ? [] : [`${solutions[i].lesson}: ${complaint(one)}`]));
    expect(failed).toEqual([]);
  });
});

/** All answers to these lessons, with what became of each. */
async function judgedOf(lessons: readonly string[]): Promise<{ answer: Answer; judgement: Outcome }[]> {
  const answers = lessons.flatMap(answersOf);
  const judged = await judgeAnswers(answers, FRESH[0]);
  return answers.map((answer, i) => ({ answer, judgement: judged[i] }));
}

/** Why a lesson is not solved; null where it is. */
function complaint({ passed, error, steps }: Outcome): string | null {
  const failed = steps.find((step) => !step.passed);
  return passed ? null : (failed?.record?.told?.en ?? failed?.error?.message ?? error?.message ?? 'it has no step');
}

/** An ellipsis stands for what is measured, or drawn. */
const beginningWith = (text: string): RegExp =>
  new RegExp(`^${text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('…', '.*')}`);
