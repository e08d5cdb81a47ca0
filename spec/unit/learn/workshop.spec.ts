import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { NO_PROGRESS, withLesson } from '../../../src/learn/progress.ts';
import { readLessons } from '../../../src/learn/read-lessons.ts';
import { Workshop } from '../../../src/learn/workshop.ts';
import { folderFor, handedOut, openWorkshop } from './handed-out.ts';
import { soon } from './soon.ts';

const OURS = fileURLToPath(new URL('../../lessons', import.meta.url));

const read = (workshop: Workshop, path: string) => readFileSync(join(workshop.folder, path), 'utf8');
const write = (workshop: Workshop, path: string, text: string) => writeFileSync(join(workshop.folder, path), text);

describe('the lessons as they are handed out', () => {
  test('are ten, in the order of their numbers, in both languages', () => {
    const lessons = readLessons(OURS);
    expect(lessons.map(({ id }) => Number(id.slice(0, 2)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { title, task, learnt, hints, solution } of lessons) {
      for (const text of [title, task, learnt, ...hints]) {
        expect(text.en).not.toMatch(/[\p{Script=Han}]/u);
        expect(text.zh).toMatch(/[\p{Script=Han}]|tanh|ReLU/u);
      }
      expect(hints).toHaveLength(3);
      expect(solution).toContain('export');
    }
  });

  test('are looked for where they are said to be', () => {
    expect(() => readLessons(join(OURS, 'nowhere'))).toThrow(
      /^the folder of lessons must be one that holds lessons, such as 01-exploding; got .*nowhere/,
    );
  });

  test('lack no file', () => {
    const files = handedOut();
    delete files['02-two/solution.ts'];
    expect(() => readLessons(folderFor(files))).toThrow(/^lesson 02-two must be one with a file solution.ts; got /);
  });

  test('say in a README what the task is, and what has been learnt', () => {
    const files = { ...handedOut(), '02-two/README.zh.md': '# two\n\n## 任务\n\n选择。\n' };
    expect(() => readLessons(folderFor(files))).toThrow(
      /^README.zh.md of lesson 02-two must be one with two sections below a `## `/,
    );
  });
});

describe('a learner’s copy', () => {
  test('holds of each lesson the exercise, its spec, and the README without what it tells at the end', () => {
    const workshop = openWorkshop();
    expect(readdirSync(workshop.folder).sort()).toEqual([
      ...['.gitignore', '01-one', '02-two', '03-three', 'package.json', 'progress.json', 'tsconfig.json'],
    ]);
    expect(readdirSync(join(workshop.folder, '01-one')).sort()).toEqual([
      ...['README.md', 'README.zh.md', 'exercise.ts', 'lesson.spec.ts'],
    ]);
    expect(read(workshop, '.gitignore')).toBe('*\n');
    expect(read(workshop, '01-one/README.md')).toBe('# 1 · one\n\n## The task\n\nChoose\nthe std.\n');
    expect(read(workshop, '01-one/README.zh.md')).not.toContain('学到');
    workshop.unveil(workshop.lessons[0]);
    expect(read(workshop, '01-one/README.md')).toContain('That it grows.');
    expect(read(workshop, '01-one/README.zh.md')).toContain('它会增长');
    write(workshop, '02-two/README.md', 'my notes');
    workshop.unveil(workshop.lessons[1]);
    expect(read(workshop, '02-two/README.md')).toBe('my notes');
  });

  test('needs no package.json of its own below one of modules', () => {
    const project = folderFor({ 'package.json': '{ "type": "module" }' });
    new Workshop(folderFor(handedOut()), join(project, 'lessons')).open();
    expect(existsSync(join(project, 'lessons/package.json'))).toBe(false);
  });

  test.each([
    '{ "scripts": { "type": "module" } }',
    '{ "type": "commonjs", "note": "\\"type\\": \\"module\\"" }',
    '{ "type":',
    'null',
  ])('has one of its own below %s, which is none of modules', (text) => {
    const project = folderFor({ 'package.json': text });
    new Workshop(folderFor(handedOut()), join(project, 'lessons')).open();
    expect(existsSync(join(project, 'lessons/package.json'))).toBe(true);
  });

  test('is never overwritten', () => {
    const workshop = openWorkshop();
    write(workshop, '01-one/exercise.ts', 'mine');
    rmSync(join(workshop.folder, '02-two/exercise.ts'));
    workshop.open();
    expect(read(workshop, '01-one/exercise.ts')).toBe('mine');
    expect(read(workshop, '02-two/exercise.ts')).toContain('TODO');
  });

  test('is not made in a folder that holds something else', () => {
    const folder = folderFor({ 'thesis.tex': 'years of work' });
    expect(() => new Workshop(folderFor(handedOut()), folder).open()).toThrow(
      /^the folder of the copies must be a new one, or one of an earlier run \(see --folder\); got /,
    );
    expect(readdirSync(folder)).toEqual(['thesis.tex']);
  });

  test('has its spec put back where it was changed, or lost', () => {
    const workshop = openWorkshop();
    const [lesson] = workshop.lessons;
    expect(workshop.putSpecBack(lesson)).toBe(false);
    write(workshop, '01-one/lesson.spec.ts', 'test("passes", () => {})');
    expect(workshop.putSpecBack(lesson)).toBe(true);
    expect(read(workshop, '01-one/lesson.spec.ts')).toBe('// judged by another\n');
    rmSync(join(workshop.folder, '01-one/lesson.spec.ts'));
    expect(workshop.putSpecBack(lesson)).toBe(true);
  });

  test('is begun anew without losing what was written', () => {
    const workshop = openWorkshop();
    workshop.judged(workshop.lessons[0], true, 'now');
    for (const [n, text] of ['first', 'second'].entries()) {
      write(workshop, '01-one/exercise.ts', text);
      expect(workshop.reset(workshop.lessons[0])).toBe(join(workshop.folder, `01-one/exercise.${n + 1}.ts`));
    }
    expect(workshop.progress().progress.lessons['01-one']).toEqual({ runs: 1, hints: 0, peeked: false, solved: null });
    expect(read(workshop, '01-one/exercise.1.ts')).toBe('first');
    expect(read(workshop, '01-one/exercise.2.ts')).toBe('second');
    expect(read(workshop, '01-one/exercise.ts')).toContain('TODO');
  });

  test('keeps the progress', () => {
    const workshop = openWorkshop();
    const progress = withLesson(NO_PROGRESS, '01-one', { runs: 2 });
    workshop.save(progress);
    expect(workshop.progress()).toEqual({ progress, told: null });
    expect(readdirSync(workshop.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('keeps the progress whole for who reads or writes it at the same time', () => {
    const workshop = openWorkshop();
    // As another process leaves it that is just about to rename it; and one that reads the file has it open.
    mkdirSync(join(workshop.folder, 'progress.json.tmp'));
    linkSync(join(workshop.folder, 'progress.json'), join(workshop.folder, 'open'));
    workshop.save(withLesson(NO_PROGRESS, '01-one', { runs: 2 }));
    expect(JSON.parse(read(workshop, 'open'))).toEqual(NO_PROGRESS);
  });

  test('changes the progress of one lesson, and leaves what was kept of the others', () => {
    const workshop = openWorkshop();
    const other = new Workshop(folderFor(handedOut()), workshop.folder);
    const [one, two] = workshop.lessons;
    workshop.judged(one, false, 'now');
    other.judged(two, true, 'now');
    workshop.judged(one, true, 'later');
    workshop.judged(one, false, 'later still');
    expect(workshop.progress().progress.lessons).toEqual({
      '01-one': { runs: 2, hints: 0, peeked: false, solved: 'later' },
      '02-two': { runs: 1, hints: 0, peeked: false, solved: 'now' },
    });
  });

  test('sets a progress file aside that cannot be read', () => {
    const workshop = openWorkshop();
    write(workshop, 'progress.json', '{"schema":');
    const { progress, told } = workshop.progress();
    expect(progress).toEqual(NO_PROGRESS);
    expect(told?.en).toMatch(
      /progress\.json could not be read: it is kept as progress\.json\.unreadable, and a new one is begun\./,
    );
    expect(read(workshop, 'progress.json.unreadable')).toBe('{"schema":');
    expect(JSON.parse(read(workshop, 'progress.json'))).toEqual(NO_PROGRESS);
    expect(workshop.progress().told).toBeNull();
    write(workshop, 'progress.json', '');
    expect(workshop.change(workshop.lessons[0], () => ({ runs: 1 })).told).not.toBeNull();
  });
});

describe('the watch on an exercise', () => {
  /** Longer than the pause after which a save is taken for done, and than a machine that is busy takes to tell of it. */
  const LATER = 400;

  const watched = () => {
    const workshop = openWorkshop();
    const [saved, failed] = [vi.fn(), vi.fn()];
    const end = workshop.watch(workshop.lessons[0], saved, failed);
    onTestFinished(end);
    return { workshop, saved, end };
  };

  test('sees a save, and two in quick succession as one', async () => {
    const { workshop, saved } = watched();
    write(workshop, '01-one/exercise.ts', 'one');
    write(workshop, '01-one/exercise.ts', 'two');
    await soon(() => expect(saved).toHaveBeenCalled());
    await sleep(LATER);
    expect(saved).toHaveBeenCalledTimes(1);
  });

  test('sees a save that changes nothing', async () => {
    const { workshop, saved } = watched();
    write(workshop, '01-one/exercise.ts', workshop.exercise(workshop.lessons[0]).text);
    await soon(() => expect(saved).toHaveBeenCalledTimes(1));
  });

  test('sees the save of an editor that writes another file and renames it', async () => {
    const { workshop, saved } = watched();
    write(workshop, '01-one/.exercise.ts.swp', 'three');
    renameSync(join(workshop.folder, '01-one/.exercise.ts.swp'), join(workshop.folder, '01-one/exercise.ts'));
    await soon(() => expect(saved).toHaveBeenCalledTimes(1));
  });

  test('does not take a file that is gone for one that is empty', async () => {
    const { workshop, saved } = watched();
    rmSync(join(workshop.folder, '01-one/exercise.ts'));
    await sleep(LATER);
    expect(saved).not.toHaveBeenCalled();
    write(workshop, '01-one/exercise.ts', 'back');
    await soon(() => expect(saved).toHaveBeenCalledTimes(1));
  });

  test('sees an exercise that is saved empty', async () => {
    const { workshop, saved } = watched();
    write(workshop, '01-one/exercise.ts', '');
    await soon(() => expect(saved).toHaveBeenCalledTimes(1));
  });

  test('is quiet for a while after a save, for an editor that writes in two steps', async () => {
    const { workshop, saved } = watched();
    write(workshop, '01-one/exercise.ts', 'on');
    await sleep(30);
    write(workshop, '01-one/exercise.ts', 'one');
    await sleep(LATER);
    expect(saved).toHaveBeenCalledTimes(1);
  });

  test('of a folder that is gone is refused', () => {
    const workshop = openWorkshop();
    rmSync(join(workshop.folder, '01-one'), { recursive: true });
    expect(() => workshop.watch(workshop.lessons[0], vi.fn(), vi.fn())).toThrow('ENOENT');
  });

  test('looks at nothing else, and at nothing once it has ended', async () => {
    const { workshop, saved, end } = watched();
    write(workshop, '01-one/notes.txt', 'x');
    write(workshop, '02-two/exercise.ts', 'x');
    await sleep(LATER);
    expect(saved).not.toHaveBeenCalled();
    end();
    write(workshop, '01-one/exercise.ts', 'x');
    await sleep(LATER);
    expect(saved).not.toHaveBeenCalled();
  });
});
