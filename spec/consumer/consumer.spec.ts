import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import type { RunRecord } from '../../src/claim/index.ts';
import { filesOf, textOf } from '../unit/docs/document.ts';
import { run } from './run.ts';

const { folder } = inject('consumer');
const inFolder = (path: string) => join(folder, path);
const npx = (args: string, env: Record<string, string> = {}) => run(folder, 'npx', args.split(' '), env);
const node = (args: readonly string[]) => run(folder, process.execPath, args);
const record = (path: string) => JSON.parse(readFileSync(inFolder(path), 'utf8')) as RunRecord;

describe('In an empty project that the package was installed into, TypeScript', () => {
  test('finds no fault in the package’s declarations nor in what uses them, and refuses what they do not allow', async () => {
    const { stdout } = await npx('tsc --project .');
    const errors = stdout.split('\n').filter((line) => /^\S+\(\d+,\d+\): error/.test(line));
    // Declarations of others have faults of their own; that they are seen shows that ours are looked at.
    expect(errors.some((line) => line.startsWith('node_modules/@tensorflow/'))).toBe(true);
    expect(errors.filter((line) => !/^node_modules\/(?!gainsay\/)/.test(line))).toEqual([]);
  });
});

describe('In an empty project, vitest', () => {
  test('judges a claim and writes the report of it', async () => {
    const { code, stdout } = await npx('vitest run spec/tanh.spec.ts');
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(stdout).toMatch(/Claims {2}1 of 1 supported, .*seed 1, wasm \(tfjs-backend-wasm [\d.]+\): reports\/index\.html/);
    expect(readFileSync(inFolder('reports/index.html'), 'utf8')).toContain('mine/tanh-plateau');
    expect(record('reports/report.json')).toMatchObject({
      ok: true,
      partial: false,
      claims: [{ id: 'mine/tanh-plateau', verdict: 'supported', place: { file: 'spec/tanh.spec.ts', line: 4 } }],
    });
  });

  test('gives the same record by gainsay verify, and by the two shards of docs/package.md, merged', async () => {
    const other = inFolder('spec/other.spec.ts');
    writeFileSync(other, "import { test } from 'vitest';\ntest('another file, for the other shard', () => {});\n");
    onTestFinished(() => {
      rmSync(other);
      rmSync(inFolder('.vitest-reports'), { recursive: true });
    });
    const { code, stdout } = await npx('gainsay verify --out verified');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^✓ supported mine\/tanh-plateau .* 2\/2 controls refuted$/m);
    const { claims, networks, spent } = record('verified/report.json');

    rmSync(inFolder('reports'), { recursive: true });
    const lines = Array.from(textOf('docs/package.md').matchAll(/^npx (vitest [^#\n]*?) *#/gm), ([, line]) => line);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(await npx(line)).toMatchObject({ code: 0 });
    expect(record('reports/report.json')).toMatchObject({
      partial: false,
      tests: { passed: 2, failed: 0 },
      claims,
      networks,
      spent,
    });
  });
});

describe('In an empty project, plain Node.js', () => {
  test('runs the script of docs/package.md, which prints what stands there', async () => {
    const { code, stdout, stderr } = await node(['judge.mjs']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const document = readFileSync(new URL('../../docs/package.md', import.meta.url), 'utf8');
    expect(document).toContain(`\`\`\`\n${stdout}\`\`\``);
  });

  test('imports every entry point of the package', async () => {
    const script = `
      const { exports } = (await import('gainsay/package.json', { with: { type: 'json' } })).default;
      for (const entry of Object.keys(exports)) import.meta.resolve('gainsay' + entry.slice(1));
      const { gain, tanh } = await import('gainsay');
      const { default: schema } = await import('gainsay/report.schema.json', { with: { type: 'json' } });
      const { default: Reporter } = await import('gainsay/reporter');
      console.log(gain(tanh).toFixed(6), schema.$id, Reporter.name, Object.keys(exports).length);`;
    const { code, stdout } = await node(['--input-type=module', '--eval', script]);
    // 1/√E[tanh²], E over N(0, 1): fixtures/theory.
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^1\.592537 urn:gainsay:run:2 Reporter \d+\n$/) as string,
    });
  });
});

describe('In an empty project, npx gainsay', () => {
  test('shows its commands', async () => {
    const { code, stdout } = await npx('gainsay --help');
    expect(code).toBe(0);
    for (const command of ['verify', 'check', 'report', 'theory', 'phase', 'sweep', 'merge', 'replay', 'draw']) {
      expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    }
  });

  test('computes, draws, replays and reports with what the package carries along', async () => {
    expect((await npx('gainsay theory tanh')).stdout).toMatch(/^tanh: σ_w = 1\.5925, /);
    expect((await npx('gainsay draw normal_ 4x4')).code).toBe(0);
    expect((await npx('gainsay replay 9')).code).toBe(0);
    expect((await npx('gainsay phase tanh --out phases --grid 5x4')).code).toBe(0);
    const again = await npx('gainsay report reports/report.json --out again');
    expect({ code: again.code, written: existsSync(inFolder('again/index.html')) }).toEqual({ code: 0, written: true });
  });

  test('measures a sweep on threads of its own, with the bytes of one thread', async () => {
    const sweep = 'gainsay sweep --activation tanh --sigma-w 1,1.5 --sigma-b 0,0.1 --width 32 --depth 4 --networks 4 --quiet';
    expect(await npx(`${sweep} --workers 2 --out two`)).toMatchObject({ code: 0, stderr: '' });
    expect(await npx(`${sweep} --workers 1 --out one`)).toMatchObject({ code: 0 });
    const [two, one] = ['two', 'one'].map((out) => readFileSync(inFolder(`${out}/sweep.jsonl`), 'utf8'));
    expect(two.split('\n')).toHaveLength(6);
    expect(two).toBe(one);
  });

  test('says what to install where vitest is missing, and does everything else without it', async () => {
    const [there, away] = [inFolder('node_modules/vitest'), inFolder('node_modules/.vitest-away')];
    renameSync(there, away);
    onTestFinished(() => renameSync(away, there));
    expect(await npx('gainsay verify')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'gainsay: vitest must be installed where gainsay is (`npm install --save-dev vitest@4`); got "none"\n',
    });
    expect((await npx('gainsay theory relu')).code).toBe(0);
  });
});

test('docs/package.md shows a file for each of the three entry points', () => {
  const files = filesOf(textOf('docs/package.md'));
  expect(Object.keys(files).sort()).toEqual(['judge.mjs', 'spec/tanh.spec.ts', 'vitest.config.ts']);
  const text = Object.values(files).join('\n');
  for (const entry of ['gainsay', 'gainsay/vitest', 'gainsay/reporter']) expect(text).toContain(`'${entry}'`);
});
