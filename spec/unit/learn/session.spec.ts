import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Lesson, Outcome } from '../../../src/learn/lesson.ts';
import { Workshop } from '../../../src/learn/workshop.ts';
import { crashed, desk, solved, wrong } from './desk.ts';
import { folderFor, handedOut, openWorkshop } from './handed-out.ts';
import { soon } from './soon.ts';

/** A judge, or a writer of reports, who waits until he is told, or until nobody wants to know any more. */
function slow() {
  const waiting: ((outcome: Outcome) => void)[] = [];
  return {
    judge: (_: unknown, signal?: AbortSignal) =>
      new Promise<Outcome>((resolve) => {
        waiting.push(resolve);
        signal?.addEventListener('abort', () => {
          waiting.splice(waiting.indexOf(resolve), 1);
          resolve(crashed);
        });
      }),
    answer: (outcome: Outcome) => waiting.shift()?.(outcome),
    waiting,
  };
}

describe('a session', () => {
  test('shows one failure with its explanation and its chart', async () => {
    const { session, screen, progress } = desk(openWorkshop(), () => wrong);
    await session.start();
    const lines = screen().split('\n');
    expect(lines.slice(0, 3)).toEqual(['1 · one', '', 'Choose the std.']);
    expect(lines[4]).toMatch(/lessons\/01-one\/exercise\.ts$/);
    expect(screen()).toContain('✗ the std is kept\n\nstd after each layer   ● seen   ─ goal\n');
    expect(screen()).toContain('It grows 16-fold.\n  the growth: 16\n');
    expect(screen()).toContain('Your code printed:\n  hello\n');
    expect(screen()).toContain('Save the file, and the lesson runs again.');
    expect(lines.at(-1)).toBe('n next · h hint · s solution · l list · r report · q quit');
    expect(progress('01-one')).toEqual({ runs: 1, hints: 0, peeked: false, solved: null });
  });

  test('speaks Chinese', async () => {
    const { session, screen } = desk(openWorkshop(), () => wrong, 'zh');
    await session.start();
    for (const words of [
      '1 · one（中文）',
      '选择标准差。',
      '✗ 标准差得以保持',
      '各层之后的标准差',
      '它增长 16 倍。',
      '增长：16',
      '你的代码打印了',
    ]) {
      expect(screen()).toContain(words);
    }
    await session.press('h');
    expect(screen()).toContain('提示 1 / 3\n  想一想。');
  });

  test('gives three hints, each in place of the one before it', async () => {
    const { session, screen, progress } = desk(openWorkshop(), () => wrong);
    await session.start();
    for (const [n, words] of ['Think.', 'Think of the root.', 'It is 1/√n.'].entries()) {
      await session.press('h');
      expect(screen()).toContain(`Hint ${n + 1} of 3\n  ${words}\n`);
      expect(screen().match(/Hint/g)).toHaveLength(1);
      expect(progress('01-one').hints).toBe(n + 1);
    }
    await session.press('h');
    expect(screen()).toContain('There are no more hints; s shows the solution.');
    expect(progress('01-one').hints).toBe(3);
  });

  test('on success says what was learnt, and shows both programs', async () => {
    const workshop = openWorkshop();
    const { session, screen, progress } = desk(workshop, () => solved);
    await session.start();
    expect(screen()).toContain('✓ the std is kept');
    expect(screen()).toContain('What you have learnt\n\nThat it grows.');
    expect(screen()).toMatch(/^Yours +Reference$/m);
    expect(screen()).toMatch(/^export const std = .* │ export const std = \(n: number\): number => 1 \/ Math\.sqrt\(n\);$/m);
    expect(screen()).not.toContain('TODO');
    expect(progress('01-one')).toEqual({ runs: 1, hints: 0, peeked: false, solved: '2026-01-01T00:00:00.000Z' });
    expect(readFileSync(join(workshop.folder, '01-one/README.md'), 'utf8')).toContain('That it grows.');
  });

  test('shows both programs below one another where there is no room beside', async () => {
    const { session, screen } = desk(openWorkshop(), () => solved, 'en', 70);
    await session.start();
    expect(screen()).toMatch(/Yours\n {2}export const std[^│]*\n\nReference\n {2}export/);
  });

  test('is not told of hints and runs after a lesson is solved', async () => {
    const { session, screen, progress } = desk(openWorkshop(), () => solved);
    await session.start();
    const before = progress('01-one');
    const shown = screen();
    await session.press('h');
    expect(screen()).toBe(shown);
    await session.press('s');
    expect(progress('01-one')).toEqual(before);
  });

  test('keeps what another session on the same folder has kept meanwhile', async () => {
    const workshop = openWorkshop();
    const [one, other] = [desk(workshop, () => wrong), desk(workshop, () => solved)];
    await one.session.start();
    await other.session.start();
    await one.session.press('h');
    await other.session.press('n');
    await one.session.press('s');
    expect(one.progress('01-one')).toEqual({ runs: 2, hints: 0, peeked: false, solved: '2026-01-01T00:00:00.000Z' });
    expect(one.progress('02-two').solved).not.toBeNull();
  });

  test('begins the hints anew with a lesson, but counts none of them twice', async () => {
    const { session, screen, progress } = desk(openWorkshop(), () => wrong);
    await session.start();
    await session.press('h');
    await session.press('h');
    await session.press('n');
    expect(screen()).not.toContain('Hint');
    await session.press('l');
    await session.press('1');
    await session.press('h');
    expect(screen()).toContain('Hint 1 of 3');
    expect(progress('01-one').hints).toBe(2);
    await session.press('l');
    expect(screen()).toContain('2 runs, 2 hints');
  });

  test('leaves a lesson solved whose exercise is spoilt afterwards', async () => {
    let outcome = solved;
    const { session, screen, save, progress } = desk(openWorkshop(), () => outcome);
    await session.start();
    const before = progress('01-one');
    outcome = wrong;
    save('01-one');
    await soon(() => expect(screen()).toContain('It grows 16-fold.'));
    expect(progress('01-one')).toEqual(before);
  });

  test('shows the lesson again when it runs, whatever was looked at', async () => {
    const { session, screen, save, judged } = desk(openWorkshop(), () => wrong);
    await session.start();
    await session.press('s');
    save('01-one');
    await soon(() => expect(judged).toHaveLength(2));
    await soon(() => expect(screen()).toContain('It grows 16-fold.'));
    expect(screen()).not.toContain('Solution');
  });

  test('shows the solution when asked, and remembers that it did', async () => {
    const { session, screen, progress } = desk(openWorkshop(), () => wrong);
    await session.start();
    await session.press('s');
    expect(screen()).toContain('Solution\n\n  export const std = (n: number): number => 1 / Math.sqrt(n);');
    expect(progress('01-one').peeked).toBe(true);
    await session.press('s');
    expect(screen()).not.toContain('Solution');
    expect(screen()).toContain('It grows 16-fold.');
  });

  test('explains a syntax error with its line, and shows no stack', async () => {
    const workshop = openWorkshop();
    const { session, screen, save } = desk(workshop, () => crashed);
    save('01-one', 'const a = 1;\nif (a }\n');
    await session.start();
    expect(screen()).toContain('exercise.ts cannot be read: Unexpected "}"\n\n  1 | const a = 1;\n> 2 | if (a }\n    |    ^\n');
    expect(screen()).not.toMatch(/^\s+at /m);
  });

  test('goes on with n, and from the last lesson to the first that is not solved', async () => {
    const { session, screen, judged } = desk(openWorkshop(), ({ id }) => (id === '02-two' ? wrong : solved));
    await session.start();
    await session.press('n');
    await session.press('n');
    await session.press('n');
    expect(judged).toEqual(['01-one', '02-two', '03-three', '02-two']);
    expect(screen()).toContain('2 · two');
  });

  test('says when all are solved', async () => {
    const { session, screen } = desk(openWorkshop(), () => solved);
    await session.start();
    await session.press('n');
    await session.press('n');
    await session.press('n');
    expect(screen()).toContain('All lessons are solved.');
    expect(screen()).toContain('3 · three');
  });

  test('says of the last lesson that it is the last, where it alone is left', async () => {
    const { session, screen } = desk(openWorkshop(['one']), () => wrong);
    await session.start();
    await session.press('n');
    expect(screen()).toContain('This is the last lesson.');
  });

  test('lists the lessons with progress, from where any can be started', async () => {
    const { session, screen, judged } = desk(openWorkshop(), ({ id }) => (id === '01-one' ? solved : wrong));
    await session.start();
    await session.press('n');
    await session.press('l');
    expect(screen().split('\n').slice(0, 5)).toEqual([
      '✓ 1 · one    1 run',
      `  2 · two    1 run             ← here`,
      '  3 · three',
      '',
      '1 of 3 solved',
    ]);
    await session.press('3');
    expect(judged.at(-1)).toBe('03-three');
    await session.press('1');
    expect(judged.at(-1)).toBe('03-three');
    await session.press('l');
    await session.press('return');
    expect(screen()).toContain('3 · three\n\nChoose');
  });

  test('starts lessons by their numbers, of which the tenth is 0', async () => {
    const ten = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    const { session, screen, judged } = desk(openWorkshop(ten), () => wrong);
    await session.start();
    await session.press('l');
    expect(screen()).toContain('A digit starts that lesson (0 the tenth); return goes back.');
    await session.press('0');
    expect(judged.at(-1)).toBe('10-j');
  });

  test('starts lessons by their numbers, also of a course that leaves some out', async () => {
    const files = Object.entries(handedOut()).filter(([path]) => !path.startsWith('02'));
    const workshop = new Workshop(folderFor(Object.fromEntries(files)), join(folderFor(), 'lessons'));
    workshop.open();
    const { session, screen, judged } = desk(workshop, () => wrong);
    await session.start();
    await session.press('l');
    expect(screen()).toContain('A digit starts that lesson; return goes back.');
    await session.press('2');
    await session.press('0');
    expect(judged).toEqual(['01-one']);
    await session.press('3');
    expect(judged).toEqual(['01-one', '03-three']);
  });

  test.each(['up', 'down', 'left', 'right', 'f1', 'tab', '\u001b[Z', ' ', 'x'])('does nothing on the key %j', async (key) => {
    const { session, shown, judged } = desk(openWorkshop(), () => wrong);
    await session.start();
    const before = shown.length;
    expect(await session.press(key)).toBe(false);
    expect(shown.length).toBe(before);
    expect(judged).toHaveLength(1);
  });

  test('ends with q', async () => {
    const { session } = desk(openWorkshop(), () => wrong);
    await session.start();
    expect(await session.press('q')).toBe(true);
  });

  test('writes the report when asked', async () => {
    const { session, screen } = desk(openWorkshop(), () => wrong);
    await session.start();
    await session.press('r');
    expect(screen()).toContain('Report: /lessons/report/index.html');
    await session.press('h');
    expect(screen()).not.toContain('Report:');
  });

  test('has the report made of the networks on the screen, and of none while they are drawn', async () => {
    const { judge, answer } = slow();
    const asked: unknown[] = [];
    const report = (lesson: Lesson, seed: string) => {
      asked.push([lesson.id, seed]);
      return Promise.resolve('index.html');
    };
    const { session, judged } = desk(openWorkshop(), judge, 'en', 120, { report });
    const started = session.start();
    await session.press('r');
    await soon(() => expect(judged).toHaveLength(1));
    answer({ ...wrong, seed: '1234' });
    await started;
    expect(asked).toEqual([]);
    await session.press('r');
    expect(asked).toEqual([['01-one', '1234']]);
  });

  test('ends a report for a save that comes while it is written', async () => {
    const report = (_lesson: Lesson, _seed: string, signal: AbortSignal) =>
      new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('index.html')));
    const { session, screen, save, judged } = desk(openWorkshop(), () => wrong, 'en', 120, { report });
    await session.start();
    const reported = session.press('r');
    expect(screen()).toContain('Drawing networks …');
    save('01-one');
    await reported;
    await soon(() => expect(screen()).toContain('It grows 16-fold.'));
    expect(judged).toHaveLength(2);
    expect(screen()).not.toContain('Report:');
  });

  test('says of a lesson without networks that there is no report', async () => {
    const workshop = openWorkshop();
    const { session, screen } = desk(workshop, () => wrong, 'en', 120, { report: () => Promise.resolve(null) });
    await session.start();
    await session.press('r');
    expect(screen()).toContain('The report is made of networks, and none were judged.');
  });

  test('runs a lesson again when its exercise is saved', async () => {
    let outcome = wrong;
    const { session, screen, save, judged } = desk(openWorkshop(), () => outcome);
    await session.start();
    outcome = solved;
    save('01-one');
    await soon(() => expect(screen()).toContain('What you have learnt'));
    expect(judged).toHaveLength(2);
  });

  test('ends a run for a save that came while it was on its way, and begins another', async () => {
    const { judge, answer, waiting } = slow();
    const { session, screen, save, judged, progress } = desk(openWorkshop(), judge);
    const started = session.start();
    expect(screen()).toContain('Drawing networks …');
    await soon(() => expect(judged).toHaveLength(1));
    save('01-one');
    await soon(() => expect(judged).toHaveLength(2));
    expect(waiting).toHaveLength(1);
    await started;
    expect(screen()).toContain('Drawing networks …');
    answer(solved);
    await soon(() => expect(screen()).toContain('What you have learnt'));
    expect(progress('01-one').runs).toBe(1);
  });

  test('ends the run of a lesson that is gone from: only that which is gone to is judged', async () => {
    const { judge, answer } = slow();
    const { session, screen, judged, progress, save } = desk(openWorkshop(), judge);
    const started = session.start();
    await soon(() => expect(judged).toHaveLength(1));
    const next = session.press('n');
    expect(screen()).not.toContain('1 · one');
    await soon(() => expect(judged).toEqual(['01-one', '02-two']));
    answer(wrong);
    await Promise.all([started, next]);
    expect(screen()).toContain('2 · two');
    expect(screen()).toContain('It grows 16-fold.');
    expect(progress('01-one').runs).toBe(0);
    expect(progress('02-two').runs).toBe(1);
    save('01-one');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(judged).toHaveLength(2);
  });

  test('shows, keeps and watches nothing any more once it has ended, and leaves no run behind', async () => {
    const { judge, waiting } = slow();
    const { session, shown, progress, save, judged } = desk(openWorkshop(), judge);
    const started = session.start();
    await soon(() => expect(judged).toHaveLength(1));
    const before = shown.length;
    await session.end();
    expect(waiting).toEqual([]);
    await started;
    session.draw();
    save('01-one');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(shown.length).toBe(before);
    expect(judged).toHaveLength(1);
    expect(progress('01-one').runs).toBe(0);
  });

  test('says that networks are drawn also where the terminal gets another size meanwhile', async () => {
    const { judge, answer } = slow();
    const { session, screen, save, judged } = desk(openWorkshop(), judge);
    const started = session.start();
    await soon(() => expect(judged).toHaveLength(1));
    answer(wrong);
    await started;
    save('01-one');
    await soon(() => expect(screen()).toContain('Drawing networks …'));
    session.draw();
    expect(screen()).toContain('Drawing networks …');
    expect(screen()).not.toContain('It grows 16-fold.');
  });

  test.each([
    ['the judge', () => Promise.reject(new Error('no space left'))],
    ['a judge that is none', () => expect.fail('no space left')],
  ])('hands on what goes wrong after a save: %s', async (_, fails) => {
    const failed: unknown[] = [];
    let judge = () => Promise.resolve(wrong);
    const { session, save } = desk(openWorkshop(), () => judge(), 'en', 120, { fail: (error) => failed.push(error) });
    await session.start();
    judge = fails;
    save('01-one');
    await soon(() => expect(failed).toEqual([expect.objectContaining({ message: 'no space left' })]));
  });

  test('hands on that the folder of a lesson is gone', async () => {
    const workshop = openWorkshop();
    const { session } = desk(workshop, () => wrong);
    await session.start();
    rmSync(join(workshop.folder, '03-three'), { recursive: true });
    await session.press('l');
    await expect(session.press('3')).rejects.toThrow('ENOENT');
  });

  test('is drawn anew where the terminal gets another size', async () => {
    const workshop = openWorkshop();
    let columns = 100;
    const style = () => ({ language: 'en' as const, columns, rows: Infinity, mark: (_: string, text: string) => text });
    const { session, screen } = desk(workshop, () => wrong, 'en', 120, { style });
    await session.start();
    columns = 40;
    session.draw();
    for (const line of screen()
      .split('\n')
      .filter((one) => !one.includes('/')))
      expect(line.length, line).toBeLessThanOrEqual(40);
  });

  test('puts a changed spec back, and says so', async () => {
    const workshop = openWorkshop();
    const { session, screen } = desk(workshop, () => wrong);
    const spec = join(workshop.folder, '01-one/lesson.spec.ts');
    writeFileSync(spec, '');
    await session.start();
    expect(screen()).toContain('lesson.spec.ts had been changed, and was put back: exercise.ts is the file to change.');
    expect(readFileSync(spec, 'utf8')).toBe('// judged by another\n');
  });

  test('tells of a progress file that could not be read', async () => {
    const workshop = openWorkshop();
    writeFileSync(join(workshop.folder, 'progress.json'), 'x');
    const { session, screen } = desk(workshop, () => wrong);
    await session.start();
    expect(screen()).toContain('progress.json.unreadable');
    await session.press('h');
    expect(screen()).not.toContain('progress.json.unreadable');
    writeFileSync(join(workshop.folder, 'progress.json'), 'x');
    await session.press('h');
    expect(screen()).toContain('progress.json.unreadable');
  });
});
