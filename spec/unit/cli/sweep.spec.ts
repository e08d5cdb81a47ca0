import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Stream } from '../../../src/random/index.ts';
import type { CellRecord } from '../../../src/sweep/index.ts';
import { type Finished, Project } from './project.ts';

/** 12 cells, each of them some hundredths of a second. */
const GRID = ['--activation', 'tanh,relu', '--sigma-w', '0.8..1.6:3', '--sigma-b', '0,0.3'];
const SIZE = ['--width', '64', '--depth', '40', '--batch', '8', '--networks', '32'];
const SWEEP = ['sweep', ...GRID, ...SIZE, '--quiet'];

/** Three cells, each of them next to nothing. */
const SMALL = [
  'sweep',
  '--activation',
  'tanh',
  '--sigma-w',
  '1,2,3',
  '--width',
  '8',
  '--depth',
  '2',
  '--networks',
  '2',
  '--quiet',
];

/** Waits until a file of the project has so many lines. */
async function lines(project: Project, path: string, wanted: number): Promise<void> {
  const full = join(project.folder, path);
  while (!existsSync(full) || readFileSync(full, 'utf8').split('\n').length - 1 < wanted) await setTimeout(2);
}

async function done(run: Promise<Finished>): Promise<string> {
  const { code, stdout, stderr } = await run;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('gainsay sweep', () => {
  test('writes the same bytes with one worker and with two, in any number of shards, and after any number of kills', async () => {
    const project = new Project({});
    expect(await done(project.run([...SWEEP, '--workers', '1', '--out', 'one']))).toBe('one/sweep.jsonl\none/sweep.html\n');
    const whole = project.read('one/sweep.jsonl');
    expect(whole.split('\n')).toHaveLength(1 + 12 + 1);

    await done(project.run([...SWEEP, '--workers', '2', '--out', 'two']));
    expect(project.read('two/sweep.jsonl')).toBe(whole);
    expect(project.read('two/sweep.html')).toBe(project.read('one/sweep.html'));

    // Killed while it starts, with its first cells, in the middle and near the end, and each time some random milliseconds later.
    const moments = new Stream(1, 'kills');
    for (const wanted of [0, 1, 3, 6, 10]) {
      const { child, finished } = project.start([...SWEEP, '--workers', '2', '--out', 'killed']);
      await lines(project, 'killed/sweep.jsonl', wanted);
      await setTimeout(50 * moments.uniform());
      child.kill('SIGKILL');
      expect((await finished).code).not.toBe(0);
      const left = existsSync(join(project.folder, 'killed/sweep.jsonl')) ? project.read('killed/sweep.jsonl') : '';
      expect(whole.startsWith(left)).toBe(true);
    }
    expect(project.has('killed/sweep.html')).toBe(false);
    await done(project.run([...SWEEP, '--out', 'killed']));
    expect(project.read('killed/sweep.jsonl')).toBe(whole);

    for (const part of [1, 2]) await done(project.run([...SWEEP, '--shard', `${part}/2`, '--out', 'shards']));
    expect(project.has('shards/sweep.html')).toBe(false);
    const shards = [2, 1].map((part) => `shards/sweep-${part}-of-2.jsonl`);
    expect(await done(project.run(['merge', ...shards, '--out', 'merged/all.jsonl']))).toBe(
      'merged/all.jsonl\nmerged/all.html\n',
    );
    expect(project.read('merged/all.jsonl')).toBe(whole);
    expect(project.read('merged/all.html')).toBe(project.read('one/sweep.html'));
  }, 120_000);

  test('cuts off half a line and writes it again; a file that is whole it leaves as it is', async () => {
    const project = new Project({});
    await done(project.run(SMALL));
    const whole = project.read('reports/sweep.jsonl');
    project.write('reports/sweep.jsonl', whole.slice(0, whole.lastIndexOf('{"cell":1') + 40));
    await done(project.run(SMALL));
    expect(project.read('reports/sweep.jsonl')).toBe(whole);
    const printed = await done(project.run([...SMALL, '--json']));
    expect(printed).toBe(whole.slice(whole.indexOf('\n') + 1));
    expect(
      printed
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as CellRecord).sigmaW),
    ).toEqual([1, 2, 3]);
  });

  test('draws initializers whose weights are not Gaussian with them, on the backend that was asked for, by any number of workers', async () => {
    const project = new Project({});
    const args = [
      'sweep',
      '--activation',
      'tanh',
      '--init',
      'orthogonal_,xavier_normal_',
      '--width',
      '16',
      '--depth',
      '3',
      '--networks',
      '4',
    ];
    for (const workers of ['1', '2'])
      await done(project.run([...args, '--backend', 'cpu', '--quiet', '--workers', workers, '--out', workers]));
    const [header, ...records] = project.read('1/sweep.jsonl').trim().split('\n');
    expect(project.read('2/sweep.jsonl')).toBe(project.read('1/sweep.jsonl'));
    expect(JSON.parse(header)).toMatchObject({ backend: { name: 'cpu' }, sampler: 'law' });
    expect(records.map((line) => (JSON.parse(line) as CellRecord).sampler)).toEqual(['weights', 'law']);
    const { code, stderr } = await project.run([...args, '--backend', 'wasm', '--out', '1']);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^gainsay: 1\/sweep\.jsonl must be of the backend \{"name":"wasm",.*\}, or --out another folder; got \{"name":"cpu".*\}\n$/,
    );
  });

  test('ends on Ctrl-C with 130, its file whole, and prints the line that goes on: seed, file and environment and all', async () => {
    const spec = { activation: ['tanh', 'relu'], sigmaW: [0.8, 1, 1.2, 1.4], width: 128, depth: [60, 61], networks: 64 };
    const project = new Project({ 'a grid.json': JSON.stringify(spec) });
    const env = { GAINSAY_OUT: 'from env' };
    const { child, finished } = project.start(['sweep', 'a grid.json', '--batch', '4', '--seed', 'fresh', '--workers', '1'], env);
    await lines(project, 'from env/sweep.jsonl', 3);
    child.kill('SIGINT');
    const { code, stdout, stderr } = await finished;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toMatch(/^gainsay: 16 cells × 64 networks = 1,024 networks\n/);
    const [, resume] = /gainsay: interrupted; to go on: (.*)\n$/.exec(stderr) ?? [];
    expect(resume).toMatch(/^npx gainsay sweep 'a grid\.json' --batch 4 --workers 1 --out 'from env' --seed \d+$/);
    const left = project.read('from env/sweep.jsonl');
    expect(left).toMatch(/\}\n$/);
    const args = [...resume.matchAll(/'([^']*)'|(\S+)/g)].slice(2).map(([, quoted, bare]) => quoted ?? bare);
    const went = await project.run(args);
    expect(went.code).toBe(0);
    expect(went.stderr).toMatch(/^gainsay: 16 cells × 64 networks = 1,024 networks; \d+ cells of them done already\n/);
    expect(went.stderr).toMatch(/16\/16 cells/);
    const whole = project.read('from env/sweep.jsonl');
    expect(whole.startsWith(left)).toBe(true);
    await done(project.run([...args.slice(0, -4), '--out', 'at once', ...args.slice(-2), '--quiet']));
    expect(project.read('at once/sweep.jsonl')).toBe(whole);
  }, 120_000);

  test('stops where another process writes to its file', async () => {
    const project = new Project({});
    const { finished } = project.start([...SWEEP, '--workers', '1']);
    await lines(project, 'reports/sweep.jsonl', 3);
    appendFileSync(join(project.folder, 'reports/sweep.jsonl'), 'x');
    const { code, stderr } = await finished;
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'gainsay: reports/sweep.jsonl must be written to by one process at a time; got "lines of another"\n',
    });
  });

  test.each<[string[], RegExp]>([
    [['no.json'], /^gainsay: spec must be a file that can be read \(ENOENT\); got "no\.json"\n$/],
    [['half.json'], /^gainsay: half\.json must be a JSON object of axes, such as .*; got "\{\\"activation\\":"\n$/],
    [['unknown.json'], /^gainsay: a key of a sweep must be one of activation, .*; got "sigma"\n$/],
    [['--activation', 'tanh'], /^gainsay: the weights of a sweep must be given either by init or by sigmaW .*; got "neither"\n$/],
    [
      [...GRID, '--init', 'ones_'],
      /^gainsay: the weights of a sweep must be given either by init or by sigmaW .*; got "both"\n$/,
    ],
    [[...GRID, '--activation', 'than'], /^gainsay: activation must be one of linear, .*; got "than"\n$/],
    [[...GRID, '--workers', '0'], /^gainsay: --workers must be a positive integer; got 0\n$/],
    [[...GRID, '--shard', '3/2'], /^gainsay: --shard must be i\/k with 1 ≤ i ≤ k, such as 2\/8; got "3\/2"\n$/],
    [[...GRID, '--out', 'half.json'], /^gainsay: --out must be a folder that can be written to \(EEXIST\); got "half\.json"\n$/],
    [[...GRID, '--sampler', 'gibbs'], /^error: option '--sampler <name>' argument 'gibbs' is invalid\./],
  ])('exits 2 and says what is allowed: %s', async (args, said) => {
    const project = new Project({ 'half.json': '{"activation": ', 'unknown.json': '{"activation": "tanh", "sigma": 1}' });
    const { code, stdout, stderr } = await project.run(['sweep', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });
});

describe('gainsay merge', () => {
  test('exits 2 and names what is missing, double or of another sweep, and writes nothing', async () => {
    const project = new Project({});
    await done(project.run([...SMALL, '--shard', '1/2', '--out', 's']));
    await done(project.run([...SMALL, '--shard', '2/2', '--out', 's', '--seed', '2']));
    mkdirSync(join(project.folder, 'copy'));
    copyFileSync(join(project.folder, 's/sweep-1-of-2.jsonl'), join(project.folder, 'copy/a.jsonl'));
    const refused = async (...args: string[]) => {
      const { code, stdout, stderr } = await project.run(['merge', ...args, '--out', 'm/sweep.jsonl']);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      return stderr;
    };
    const first = 's/sweep-1-of-2.jsonl';
    expect(await refused(first)).toBe(
      'gainsay: cells 0 to 2 must be in these files (no file is shard 2/2); got "all but 1: 1"\n',
    );
    expect(await refused(first, 'copy/a.jsonl')).toBe(
      `gainsay: cell 0 must be in one file only; got ["${first}", "copy/a.jsonl"]\n`,
    );
    expect(await refused(first, 's/sweep-2-of-2.jsonl')).toBe(
      `gainsay: s/sweep-2-of-2.jsonl must be of the seed "1", as ${first} is; got "2"\n`,
    );
    expect(await refused('none.jsonl')).toBe('gainsay: files must be ones that can be read (ENOENT); got "none.jsonl"\n');
    expect(project.has('m')).toBe(false);
  });
});
