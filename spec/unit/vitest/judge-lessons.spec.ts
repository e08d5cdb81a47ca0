import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { both } from '../../../src/claim/index.ts';
import { faultOf } from '../../../src/learn/fault.ts';
import type { Outcome } from '../../../src/learn/index.ts';
import { judgeLessons } from '../../../src/vitest/judge-lessons.ts';
import { knownFor } from '../../../src/vitest/known-for.ts';
import { soon } from '../learn/soon.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const LESSON = join(repository, 'spec/lessons/01-exploding');

/** What learners write. */
const EXERCISES = {
  right: 'export const weightStd = (fanIn: number): number => fanIn ** -0.5;',
  wrong: 'export const weightStd = (): number => 1;',
  syntax: 'export const weightStd = (fanIn: number): number => {\n  return 1 / (fanIn;\n};',
  absent: 'export const weightstd = (): number => 1;',
  crash: 'export const weightStd = (): number => {\n  throw new TypeError("boo");\n};',
  nan: 'export const weightStd = (): number => NaN;',
  exits: 'export const weightStd = (): number => process.exit(0);',
  holds: 'export const weightStd = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);',
  aborts: 'export const weightStd = (): number => process.abort();',
  boo: 'export const weightStd = (): number => {\n  throw "boo";\n};',
  object: 'export const weightStd = (): number => {\n  throw { a: 1 };\n};',
  ours: 'import { growBy } from "gainsay";\nexport const weightStd = growBy;',
  killedAtOnce: 'process.kill(process.pid, "SIGKILL"); await new Promise(() => {}); export const weightStd = 1;',
  rejects:
    'export const weightStd = (fanIn: number): number => {\n  void Promise.reject(new Error("late"));\n  return fanIn ** -0.5;\n};',
  // As vitest does on a busy machine, after a spec is through.
  noted:
    'export const weightStd = (fanIn: number): number => { void Promise.reject(Object.assign(new Error(), { name: "EnvironmentTeardownError" })); return fanIn ** -0.5; };',
  floods: 'export const weightStd = (): number => { for (let n = 0; n < 3000; n++) console.log("number", n); return 1; };',
  prints: 'export const weightStd = (): number => { console.log("fanIn", 256); return 1; };',
} as const;

/** Steps whose goal is another one at each layer, or of the gradient; networks that must not uphold; and what comes after a step that failed. */
const PREAMBLE = `
import { both, growsBy, linear, mlp, normal } from 'gainsay';
import { lesson } from 'gainsay/lesson';
const network = mlp({ width: 16, depth: 3, activation: linear, init: normal({ std: 1 }) });
const unless = ({ verdict, estimate }) => both(verdict + ' at ' + Math.round(estimate), '');
`;
const STEPS = {
  goals: `${PREAMBLE}
lesson(both('grows', '增长'), ({ uphold }) => uphold(network, growsBy(4, { within: 1.2 }), { goal: (layer) => 4 ** (layer + 1), unless }));
lesson(both('grows backwards', '反向增长'), ({ uphold }) => uphold(network, growsBy(4, { within: 1.2 }), { goal: 1, shows: 'gradient std', unless }));
lesson(both('does not stay', '不保持'), ({ refute }) => refute(network, growsBy(1, { within: 1.2 }), { goal: 1, unless }));
lesson(both('stays', '保持'), ({ uphold }) => uphold(network, growsBy(1, { within: 1.2 }), { goal: 1, unless }));
lesson(both('grows still', '仍增长'), ({ uphold }) => uphold(network, growsBy(4, { within: 1.2 }), { goal: 1, unless }));
`,
  refutes: `${PREAMBLE}
lesson(both('does not grow', '不增长'), ({ refute }) => refute(network, growsBy(4, { within: 1.2 }), { goal: 1, unless }));
`,
  'without a step': '',
};

type Name = keyof typeof EXERCISES | keyof typeof STEPS;

/** All of them, each in a process of its own. */
async function judged(): Promise<Record<Name, Outcome>> {
  mkdirSync(join(repository, 'reports'), { recursive: true });
  const root = mkdtempSync(join(repository, 'reports/lessons-'));
  try {
    for (const [name, text] of Object.entries(EXERCISES)) {
      mkdirSync(join(root, name));
      cpSync(join(LESSON, 'lesson.spec.ts'), join(root, name, 'lesson.spec.ts'));
      writeFileSync(join(root, name, 'exercise.ts'), text);
    }
    for (const [name, text] of Object.entries(STEPS)) {
      mkdirSync(join(root, name));
      writeFileSync(join(root, name, 'lesson.spec.ts'), text);
    }
    const names = [...Object.keys(EXERCISES), ...Object.keys(STEPS)];
    const specs = names.map((name) => `${name}/lesson.spec.ts`);
    const outcomes = await judgeLessons({ root, specs, seed: 'judge-lessons', backend: 'wasm' });
    return Object.fromEntries(names.map((name, i) => [name, outcomes[i]])) as Record<Name, Outcome>;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('lessons, each with what a learner wrote', async () => {
  const outcomes = await judged();
  const toldOf = (name: Name) => {
    const { error, steps } = outcomes[name];
    const fault = error ?? steps.find(({ passed }) => !passed)?.error;
    return fault ? faultOf(fault) : expect.fail(`${name} has no error`);
  };

  test('the right answer passes, beside all that went wrong', () => {
    const { passed, steps, error } = outcomes.right;
    expect({ passed, error }).toEqual({ passed: true, error: null });
    expect(steps.every(({ record }) => record?.told === null)).toBe(true);
    expect(steps[0].record?.course?.median).toHaveLength(100);
  });

  test('a step shows every layer beside what it should be, and says what was decided', () => {
    const [grows, gradient, refuted, stays] = outcomes.goals.steps;
    expect(outcomes.goals.steps.map(({ passed }) => passed)).toEqual([true, true, true, false, false]);
    expect(grows.record?.course).toMatchObject({ of: 'std', goal: [4, 16, 64] });
    expect(Number(grows.record?.course?.median[2]) / Number(grows.record?.course?.median[0])).toBeCloseTo(16, -1);
    // Backwards it is the first layer whose gradient is largest.
    const back = (gradient.record?.course?.median ?? []).map(Number);
    expect(gradient.record?.course?.of).toBe('gradient std');
    expect(back[0] / back[2]).toBeGreaterThan(8);
    expect(stays.record?.told?.en).toBe('refuted at 4');
    // Networks that were to be refuted, and are, have nothing to show.
    expect(refuted.record?.course).toBeNull();
  });

  test('networks that must be refuted, and are not, are shown', () => {
    const [{ passed, record }] = outcomes.refutes.steps;
    expect({ passed, told: record?.told?.en }).toEqual({ passed: false, told: 'supported at 4' });
    expect(record?.course?.median).toHaveLength(3);
    expect(record?.seen[0].en).toMatch(/: [34](\.\d+)?, between 3\.333 and 4\.8 \(/);
  });

  test('after a step that failed the others wait', () => {
    expect(outcomes.goals.steps[4]).toMatchObject({ passed: false, record: null, error: null });
  });

  test('what a lesson cannot use is told of by what gave it', () => {
    const [{ record }] = outcomes.nan.steps;
    expect(record?.told?.en).toBe('weightStd(256) must be a positive number; it is NaN.');
  });

  test('only the right answer passes, whatever vitest notes of itself', () => {
    const passed = Object.entries(outcomes).filter(([, one]) => one.passed);
    expect(passed.map(([name]) => name)).toEqual(['right', 'noted']);
  });

  test('a wrong answer is told why, with what was seen', () => {
    const { steps, error } = outcomes.wrong;
    expect(error).toBeNull();
    expect(steps[0].record?.told?.en).toMatch(/^The std grows 16-fold in every layer, and 16 is √256/);
    expect(steps[0].record?.told?.zh).toMatch(/√256/);
    expect(steps[0].record?.seen[0].en).toMatch(
      /: 1[56](\.\d+)?, not between 0\.9804 and 1\.02 \(\d+ networks, seed judge-lessons\)$/,
    );
  });

  test.each([
    ['syntax', 'exercise.ts cannot be read: Expected ")" but found ";"', 2],
    ['absent', 'exercise.ts must export weightStd: the lesson asks for it by that name.', null],
    ['crash', 'exercise.ts stopped with an error: TypeError: boo', 2],
    ['rejects', 'exercise.ts stopped with an error: Error: late', 2],
    ['exits', 'exercise.ts stopped with an error: Error: process.exit unexpectedly called with "0"', 1],
    ['holds', /^exercise.ts was stopped because one call of it took more than 20 seconds without letting go/, null],
    ['aborts', 'exercise.ts ended the process that it runs in (SIGABRT): by itself, or for want of memory?', null],
    ['killedAtOnce', 'exercise.ts ended the process that it runs in (SIGKILL): by itself, or for want of memory?', null],
    ['boo', 'exercise.ts threw boo, which is no Error.', null],
    ['object', 'exercise.ts threw {"a":1}, which is no Error.', null],
    ['ours', 'exercise.ts imports growBy from gainsay, which exports no growBy.', null],
  ] as const)('%s: what is wrong is told in words, with its line where there is one', (name, told, line) => {
    const fault = toldOf(name);
    expect(fault.told.en).toEqual(typeof told === 'string' ? told : (expect.stringMatching(told) as string));
    expect(fault.line).toBe(line);
  });

  test('a spec without a step is not passed', () => {
    expect(outcomes['without a step']).toMatchObject({ passed: false, steps: [] });
  });

  test('a spec that is not there is not passed, and leaves the others their outcomes', async () => {
    const specs = ['nowhere.spec.ts', 'lesson.spec.ts'];
    const [absent, shipped] = await judgeLessons({ root: LESSON, specs, seed: 'judge-lessons', backend: 'cpu' });
    expect(absent).toMatchObject({ passed: false, error: { message: `${join(LESSON, 'nowhere.spec.ts')} was not run` } });
    expect(shipped).toMatchObject({ passed: false, error: null });
  });

  test('what the learner’s code printed is kept, of that lesson alone and without colours', () => {
    expect(outcomes.prints.printed).toMatch(/^(fanIn 256\n)+$/);
    expect(outcomes.wrong.printed).toBe('');
  });

  test('of what it prints without end the last is kept', () => {
    expect(outcomes.floods.printed.length).toBe(20_000);
    expect(outcomes.floods.printed).toMatch(/\nnumber 2999\n$/);
  });

  test('are found in a folder by another name, too', async () => {
    const link = join(mkdtempSync(join(tmpdir(), 'gainsay-')), 'lessons');
    onTestFinished(() => rmSync(dirname(link), { recursive: true, force: true }));
    symlinkSync(LESSON, link, 'junction');
    const { exitCode } = process;
    const [outcome] = await judgeLessons({ root: link, specs: ['lesson.spec.ts'], seed: 'judge-lessons', backend: 'cpu' });
    expect(outcome).toMatchObject({ passed: false, error: null, seed: 'judge-lessons' });
    expect(outcome.steps[0].record?.told).not.toBeNull();
    // A lesson that fails is no failure of the process that had it judged.
    expect(process.exitCode).toBe(exitCode);
  });

  test('are ended at once where nobody waits for them any more, whatever they are at', async () => {
    const root = mkdtempSync(join(repository, 'reports/lessons-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    cpSync(join(LESSON, 'lesson.spec.ts'), join(root, 'lesson.spec.ts'));
    const pid = join(root, 'pid');
    writeFileSync(
      join(root, 'exercise.ts'),
      `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(pid)}, String(process.pid));\nfor (;;);\nexport const weightStd = 1;`,
    );
    const stop = new AbortController();
    const judged = judgeLessons({ root, specs: ['lesson.spec.ts'], seed: '1', backend: 'cpu', signal: stop.signal });
    await soon(() => expect(existsSync(pid) && readFileSync(pid, 'utf8')).toMatch(/^\d+$/));
    const since = performance.now();
    stop.abort();
    expect((await judged)[0].passed).toBe(false);
    expect(performance.now() - since).toBeLessThan(15_000);
    expect(() => process.kill(Number(readFileSync(pid, 'utf8')), 0)).toThrow('ESRCH');
  });
});

describe('the words for a known mistake', () => {
  const [a, b, other] = [both('a', 'a'), both('b', 'b'), both('other', 'other')];

  test.each([
    [16, a],
    [16.04, a],
    [15.96, a],
    [16.06, other],
    [15.94, other],
    [4, b],
    [1, other],
    [NaN, other],
    [0, other],
    [Infinity, other],
  ])('%d', (estimate, words) => {
    expect(
      knownFor(
        estimate,
        [
          [16, a],
          [4, b],
        ],
        other,
      ),
    ).toBe(words);
  });

  test('has as much room as it is given, for what is estimated', () => {
    expect(knownFor(16.4, [[16, a]], other, 0.03)).toBe(a);
    expect(knownFor(16.6, [[16, a]], other, 0.03)).toBe(other);
  });

  test('are those of the nearest', () => {
    expect(
      knownFor(
        1.002,
        [
          [1, a],
          [1.003, b],
        ],
        other,
      ),
    ).toBe(b);
  });
});
