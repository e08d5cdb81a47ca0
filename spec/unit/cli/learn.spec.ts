import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { nearestPackage } from '../../../src/learn/nearest-package.ts';
import { soon } from '../learn/soon.ts';
import { Project } from './project.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const GAINSAY = join(repository, 'bin/gainsay.js');

const handedOut = (path: string) => readFileSync(join(repository, 'spec/lessons', path), 'utf8');

/** The first two lessons, as a teacher might hand them out. */
const COURSE = Object.fromEntries(
  ['01-exploding', '02-where-float32-ends'].flatMap((lesson) =>
    ['README.md', 'README.zh.md', 'hints.md', 'hints.zh.md', 'exercise.ts', 'solution.ts', 'lesson.spec.ts'].map((file) => [
      `course/${lesson}/${file}`,
      handedOut(`${lesson}/${file}`),
    ]),
  ),
);

const EXERCISE = 'lessons/01-exploding/exercise.ts';

describe('gainsay learn, without a terminal', () => {
  test('judges the first lesson in plain text, and goes on once it is solved', async () => {
    const project = new Project(COURSE);
    const learn = ['learn', '--from', 'course'];
    const first = await project.run(learn);
    expect(first).toMatchObject({ code: 1, stderr: '' });
    expect(first.stdout).toMatch(/^1 · Exploding\n/);
    expect(first.stdout).toContain(join(project.folder, EXERCISE));
    expect(first.stdout).toContain('The std grows 16-fold in every layer');
    expect(first.stdout).toBe(stripVTControlCharacters(first.stdout));
    expect(first.stdout).not.toContain('q quit');
    expect(project.json('lessons/progress.json')).toEqual({
      schema: 'gainsay/progress/1',
      lessons: { '01-exploding': { runs: 1, hints: 0, peeked: false, solved: null } },
    });

    project.write(EXERCISE, handedOut('01-exploding/solution.ts'));
    const second = await project.run([...learn, '--lang', 'zh']);
    expect(second).toMatchObject({ code: 1, stderr: '' });
    expect(second.stdout).toMatch(/^1 · /);
    expect(second.stdout).toContain('你学到了什么');
    expect(second.stdout).toMatch(/^2 · /m);
    // Another seed in each run.
    const seedIn = (text: string, words: RegExp) => words.exec(text)?.[1] ?? expect.fail('no seed is named');
    expect(seedIn(first.stdout, /seed (\d+)/)).not.toBe(seedIn(second.stdout, /种子 (\d+)/));

    expect((await project.run([...learn, '--list'])).stdout).toMatch(
      /^✓ 1 · Exploding +2 runs\n {2}2 · Where float32 ends +1 run\n\n1 of 2 solved\n$/,
    );

    project.write('lessons/02-where-float32-ends/exercise.ts', handedOut('02-where-float32-ends/solution.ts'));
    const third = await project.run(learn);
    expect(third).toMatchObject({ code: 0, stderr: '' });
    expect(third.stdout).toMatch(/\nAll lessons are solved\.\n$/);
  });

  test('judges all of them with --check, whatever the progress says', async () => {
    const project = new Project(COURSE);
    await project.run(['learn', '--from', 'course', '--list']);
    project.write('lessons/02-where-float32-ends/exercise.ts', handedOut('02-where-float32-ends/solution.ts'));
    project.write('lessons/02-where-float32-ends/lesson.spec.ts', '');
    const { code, stdout, stderr } = await project.run(['learn', '--from', 'course', '--check', '--seed', '7']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^✗ 1 · Exploding: The std grows 16-fold in every layer, .*\n✓ 2 · Where float32 ends\n$/);
  });

  test('tells of a progress file that cannot be read, and takes the folder for its own afterwards', async () => {
    const project = new Project({ ...COURSE, 'lessons/progress.json': '{' });
    const { code, stdout, stderr } = await project.run(['learn', '--from', 'course', '--list']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('0 of 2 solved') as string });
    expect(stderr).toMatch(/^gainsay: .*progress\.json could not be read: it is kept as progress\.json\.unreadable, .*\n$/);
    project.write('lessons/progress.json', '{');
    expect((await project.run(['learn', '--from', 'course'])).stdout).toMatch(/^\S*progress\.json could not be read:/);
  });

  test('takes the terminal’s language, and the folder that the environment names', async () => {
    const project = new Project(COURSE);
    const env = { LANG: 'zh_CN.UTF-8', GAINSAY_LESSONS: 'mine' };
    const { code, stdout } = await project.run(['learn', '--from', 'course', '--list'], env);
    expect(code).toBe(0);
    expect(stdout).toContain('已解决 0 / 2');
    expect(project.has('mine/01-exploding/exercise.ts')).toBe(true);
    expect(project.has('lessons')).toBe(false);
  });

  test('begins a lesson anew with --reset, and keeps what was written', async () => {
    const project = new Project({});
    await project.run(['learn', '--list']);
    project.write(EXERCISE, 'mine');
    const { code, stdout, stderr } = await project.run(['learn', 'exploding', '--reset']);
    const kept = join(project.folder, 'lessons/01-exploding/exercise.1.ts');
    expect({ code, stderr }).toEqual({ code: 1, stderr: `gainsay: what you wrote is kept as ${kept}\n` });
    expect(stdout).toContain('The std grows 16-fold');
    expect(project.read('lessons/01-exploding/exercise.1.ts')).toBe('mine');
  });

  test('shows a class how far it has come', async () => {
    const progress = (lessons: object) => JSON.stringify({ schema: 'gainsay/progress/1', lessons });
    const done = { runs: 2, hints: 1, peeked: false, solved: '2026-01-01T00:00:00.000Z' };
    const project = new Project({
      'class/ada/lessons/progress.json': progress({ '01-exploding': done }),
      'class/bo/progress.json': progress({ '01-exploding': done, '02-where-float32-ends': { ...done, solved: null } }),
      'class/cy/readme.txt': '',
    });
    const { code, stdout } = await project.run(['learn', '--class', 'class/ada', 'class/bo', 'class/cy', 'class/ada/lessons']);
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      '      01 02 03 04 05 06 07 08 09 10',
      'ada   ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·   1 of 10, 1 hint',
      'bo    ✓  …  ·  ·  ·  ·  ·  ·  ·  ·   1 of 10, 2 hints',
      'cy    no progress file that can be read',
      'ada   ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·   1 of 10, 1 hint',
    ]);
    expect(project.has('lessons')).toBe(false);
  });

  test.each([
    [['11'], /^gainsay: lesson must be one of 01-exploding, .*, or its number; got "11"\n$/],
    [
      ['--from', 'nowhere'],
      /^gainsay: the folder of lessons must be one that holds lessons, such as 01-exploding; got ".*nowhere"\n$/,
    ],
    [
      ['--folder', '.'],
      /^gainsay: the folder of the copies must be a new one, or one of an earlier run \(see --folder\); got ".*"\n$/,
    ],
    [['--lang', 'fr'], /^error: option '--lang <name>' argument 'fr' is invalid. Allowed choices are en, zh.\n$/],
  ])('says of %j what is wrong with it', async (args, told) => {
    const project = new Project({ 'thesis.tex': 'years of work' });
    const { code, stdout, stderr } = await project.run(['learn', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(told);
    expect(readdirSync(project.folder).sort()).toEqual(['thesis.tex', 'vitest.config.ts']);
  });
});

/** Where temporary files lie below a package.json, there is no such place. */
describe.skipIf(nearestPackage(tmpdir()))('gainsay learn, where there is no package', () => {
  const elsewhere = () => {
    const folder = mkdtempSync(join(tmpdir(), 'gainsay-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const learn = (...args: string[]) =>
      spawnSync(process.execPath, [GAINSAY, 'learn', ...args], { cwd: folder, encoding: 'utf8' });
    return { folder, learn };
  };

  test('writes none unasked', () => {
    const { folder, learn } = elsewhere();
    const { status, stderr } = learn();
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^gainsay: this folder must be one with a package\.json, or below one \(--yes writes it\); got ".*"\n$/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('writes one with --yes, and says what is to be installed', () => {
    const { folder, learn } = elsewhere();
    const { status, stderr } = learn('--yes');
    expect(status).toBe(2);
    expect(stderr).toContain(
      'gainsay must be installed where the lessons are (`npm install --save-dev gainsay vitest@4`); got "none for ',
    );
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toEqual({ private: true, type: 'module' });
    expect(existsSync(join(folder, 'lessons'))).toBe(false);
  });
});

/** `script` of util-linux gives a command a terminal; other systems have another one. */
describe.runIf(process.platform === 'linux' && spawnSync('script', ['--version']).status === 0)(
  'gainsay learn, in a terminal',
  () => {
    /** Runs the command in a terminal, and afterwards tells how it left it. */
    const terminal = () => {
      const project = new Project(COURSE);
      const command = `${process.execPath} ${GAINSAY} learn --from course --lang en; echo "exit $?"; stty -a`;
      const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
        cwd: project.folder,
        env: { ...process.env, GAINSAY_SEED: '1', TERM: 'xterm' },
      });
      let seen = '';
      child.stdout.on('data', (chunk: Buffer) => (seen += chunk.toString()));
      const ended = new Promise<string>((resolve) => child.on('close', () => resolve(seen)));
      const shows = (words: string) =>
        soon(() => expect(stripVTControlCharacters(seen.split('\u001b[H\u001b[2J').at(-1) ?? '')).toContain(words));
      return { project, shows, ended, press: (keys: string) => child.stdin.write(keys) };
    };

    test('fails, hints, is mended, passes, goes on, and quits', async () => {
      const { project, shows, ended, press } = terminal();
      await shows('The std grows 16-fold');
      press('h');
      await shows('Hint 1 of 3');
      // Arrow keys, and others that mean nothing here.
      press('\u001b[A\u001b[B\u001b[C\u001b[D\u001b[5~');
      // What is pasted is no key.
      press('\u001b[200~nsq\u001b[201~');
      project.write(EXERCISE, handedOut('01-exploding/solution.ts'));
      project.write(EXERCISE, handedOut('01-exploding/solution.ts'));
      await shows('What you have learnt');
      press('r');
      await shows('lessons/report/index.html');
      expect(project.has('lessons/report/report.json')).toBe(true);
      press('n');
      await shows('2 · Where float32 ends');
      await shows('Save the file');
      press('q');
      const seen = await ended;
      expect(seen).toContain(`gainsay: your progress is kept in ${join(project.folder, 'lessons')}; the same command goes on`);
      expect(seen).toMatch(/exit 0\r\n/);
      expect(seen).toMatch(/ icanon /);
      expect(project.json('lessons/progress.json')).toMatchObject({
        lessons: { '01-exploding': { runs: 2, hints: 1, peeked: false, solved: expect.stringMatching(/^2\d{3}-/) as string } },
      });
    });

    test('leaves the terminal clean on Ctrl-C, also while networks are drawn', async () => {
      const { shows, ended, press } = terminal();
      await shows('Drawing networks');
      press('\u0003');
      const seen = await ended;
      expect(seen).toMatch(/exit 130\r\n/);
      expect(seen).toMatch(/ icanon /);
      expect(seen).toMatch(/ echo /);
      expect(seen).not.toMatch(/\bat .*:\d+:\d+/);
    });
  },
);
