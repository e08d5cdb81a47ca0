import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { growths } from '../../../bench/growth.ts';
import { memories, memoryLabel, memoryLine } from '../../../bench/memory.ts';
import { rows } from '../../../bench/rows.ts';
import { exponent, spreadOf } from '../../../bench/statistics.ts';
import { type Line, reaches, table } from '../../../bench/table.ts';
import type { Engine } from '../../../src/network/index.ts';

function bench(...flags: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions', 'gainsay:src', 'bench/index.ts', ...flags]);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}

describe('npm run bench', () => {
  test('times both sides in rounds, prints a line for each comparison and writes the result', async () => {
    const out = mkdtempSync(join(tmpdir(), 'gainsay-bench-'));
    onTestFinished(() => rmSync(out, { recursive: true, force: true }));
    const { code, stdout } = await bench('--only', 'uniforms / seedrandom', '--rounds', '2', '--out', out);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^uniforms \/ seedrandom +[\d.]+ ms +[\d.]+ ms +[\d.]+ +[\d.]+ … [\d.]+$/m);
    const { schema, rounds, lines } = JSON.parse(readFileSync(join(out, 'bench.partial.json'), 'utf8')) as {
      schema: string;
      rounds: number;
      lines: Line[];
    };
    expect({ schema, rounds, names: lines.map(({ name }) => name) }).toEqual({
      schema: 'gainsay/bench/1',
      rounds: 2,
      names: ['uniforms'],
    });
    const [{ ours, theirs, ratio }] = lines;
    for (const one of [ours, theirs, ratio]) {
      expect(one?.lo).toBeGreaterThan(0);
      expect(one?.lo).toBeLessThanOrEqual(one?.median ?? 0);
      expect(one?.median).toBeLessThanOrEqual(one?.hi ?? 0);
    }
  });

  test('says what is missing where there is no Python, and times our side all the same', async () => {
    const out = mkdtempSync(join(tmpdir(), 'gainsay-bench-'));
    onTestFinished(() => rmSync(out, { recursive: true, force: true }));
    const flags = ['--only', 'uniforms / NumPy', '--rounds', '1', '--python', 'no-such-python', '--out', out];
    const { code, stdout } = await bench(...flags);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^uniforms \/ NumPy uniforms +[\d.]+ ms +missing: no-such-python does not run: /m);
  });

  test('refuses rounds that are no number, and a line that there is none of', async () => {
    expect(await bench('--rounds', 'x')).toEqual({
      code: 2,
      stdout: '',
      stderr: '--rounds must be a positive integer; got "x"\n',
    });
    const none = await bench('--only', 'no such line', '--skip-verify');
    expect(none.stderr).toContain('--only must be a part of a line\'s name; got "no such line"');
    expect(none.code).toBe(2);
    expect(await bench('--no-such-flag')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^[^\n]+\n$/) as string,
    });
  });
});

describe('the exponent of a power law', () => {
  test('is what the points were made with', () => {
    expect(exponent([1, 2, 4, 8].map((x) => [x, 3 * x ** 1.7]))).toBeCloseTo(1.7, 12);
    expect(exponent([10, 20, 50].map((x) => [x, 7]))).toBeCloseTo(0, 12);
  });
});

describe('a line of the table', () => {
  const line = (given: Partial<Line>): Line => ({
    name: 'x',
    unit: 's',
    ours: spreadOf([2, 1, 4]),
    limits: { must: 5, aim: 10 },
    ...given,
  });

  test('shows the median, and reaches a limit by a large ratio, or by a short time where nothing is compared', () => {
    const compared = line({ against: 'PyTorch', theirs: spreadOf([14]), ratio: spreadOf([3, 7, 20]) });
    expect([5, 7, 10].map((limit) => reaches(compared, limit))).toEqual([true, true, false]);
    expect(table([compared])).toMatch(/x \/ PyTorch +2 s +14 s +7 +3 … 20 +5, 10 +must$/);
    expect([1, 2, 5].map((limit) => reaches(line({}), limit))).toEqual([false, true, true]);
    expect(table([line({ limits: { must: 1.5, aim: 1 } })])).toMatch(/short$/);
    expect(table([line({ limits: { must: 3, aim: 2 } })])).toMatch(/aim$/);
  });

  test('says what is missing in place of a comparison, and then reaches nothing, however short its time', () => {
    const failed = line({ ours: spreadOf([0.001]), limits: { must: 60, aim: 25 }, missing: 'the run ended with 1' });
    expect(reaches(failed, 60)).toBe(false);
    expect(table([failed])).toMatch(/^x +1 ms +missing: the run ended with 1$/m);
  });

  test.each([
    ['s', 0.01234, '12.3 ms'],
    ['s', 43.21, '43.2 s'],
    ['MB', 1023.6, '1024 MB'],
    ['exponent', 1.0449, '1.04'],
  ] as const)('in %s shows %d as %s', (unit, value, shown) => {
    expect(table([{ name: 'x', unit, ours: spreadOf([value]) }])).toContain(`x  ${shown}`);
  });

  test('of the whole table fits into 100 columns, with the longest names and numbers', () => {
    const engines = ['tensorflow', 'wasm'].map((name) => ({ name }) as Engine);
    const [many, ratio] = [spreadOf([0.999]), spreadOf([888, 0.111, 999])];
    const lines = [
      ...rows(engines).map(({ name, theirs }) => line({ name, against: theirs.name, ours: many, theirs: many, ratio })),
      ...growths(engines).map(({ name }) => line({ name: `growth, ${name}`, unit: 'exponent', ours: ratio })),
      ...memories(engines).map((alone) => line({ name: memoryLabel(alone), unit: 'MB', ours: ratio, theirs: ratio, ratio })),
    ].map((each) => ({ ...each, limits: { must: 1.15, aim: 1.05 } }));
    for (const shown of table(lines).split('\n')) expect(shown.length).toBeLessThanOrEqual(100);
  });
});

describe('the memory of one network', () => {
  test('is what a process of its own, and no more than it, ever had', async () => {
    const alone = { on: 'law', width: 64, depth: 2, batch: 4, backward: false } as const;
    const { ours, missing } = await memoryLine(alone, 'no-such-python');
    if (!existsSync('/proc/self/status')) expect({ ours, missing }).toEqual({ missing: 'not measured: no /proc' });
    else {
      // A Node process has 30 MB or more of its own, and this machine has only so much.
      expect(ours?.median).toBeGreaterThan(10);
      expect(ours?.median).toBeLessThan(totalmem() / 2 ** 20);
      expect(missing).toContain('no-such-python does not run');
    }
  });
});
