import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { exponent, spreadOf } from '../../../bench/statistics.ts';
import { type Line, reaches, table } from '../../../bench/table.ts';

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
    const { code, stdout } = await bench('--only', 'uniforms against seedrandom', '--rounds', '2', '--out', out);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^uniforms +[\d.]+ ms +[\d.]+ ms seedrandom +[\d.]+ +[\d.]+ … [\d.]+$/m);
    const { schema, rounds, lines } = JSON.parse(readFileSync(join(out, 'bench.json'), 'utf8')) as {
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
    const flags = ['--only', 'uniforms against NumPy', '--rounds', '1', '--python', 'no-such-python', '--out', out];
    const { code, stdout } = await bench(...flags);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^uniforms \(NumPy uniforms: no-such-python does not run: .*\) +[\d.]+ ms$/m);
  });

  test('refuses rounds that are no number, and a line that there is none of', async () => {
    expect(await bench('--rounds', 'x')).toEqual({
      code: 2,
      stdout: '',
      stderr: '--rounds must be a positive integer; got x\n',
    });
    const none = await bench('--only', 'no such line', '--skip-verify');
    expect(none.stderr).toContain("--only must be a part of a line's name; got no such line");
    expect(none.code).toBe(2);
  });
});

describe('the exponent of a power law', () => {
  test('is what the points were made with', () => {
    expect(exponent([1, 2, 4, 8].map((x) => [x, 3 * x ** 1.7]))).toBeCloseTo(1.7, 12);
    expect(exponent([10, 20, 50].map((x) => [x, 7]))).toBeCloseTo(0, 12);
  });
});

describe('a line of the table', () => {
  const line = (given: Partial<Line>): Line => ({ name: 'x', unit: 's', ours: spreadOf([2, 1, 4]), must: 5, aim: 10, ...given });

  test('shows the median, and reaches a limit by a large ratio, or by a short time where nothing is compared', () => {
    const compared = line({ theirs: { name: 'PyTorch', ...spreadOf([14]) }, ratio: spreadOf([3, 7, 20]) });
    expect([5, 7, 10].map((limit) => reaches(compared, limit))).toEqual([true, true, false]);
    expect(table([compared])).toMatch(/x +2 s +14 s PyTorch +7 +3 … 20 +5 +10 +below the aim$/);
    expect([1, 2, 5].map((limit) => reaches(line({}), limit))).toEqual([false, true, true]);
    expect(table([line({ must: 1.5, aim: 1 })])).toMatch(/falls short$/);
    expect(table([line({ must: 3, aim: 2 })])).toMatch(/reached$/);
  });
});
