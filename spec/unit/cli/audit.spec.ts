import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { recordFault } from '../../../src/cli/record-fault.ts';
import { Project } from './project.ts';

const FILES = fileURLToPath(new URL('../../../fixtures/checkpoints/files', import.meta.url));

/** A project with checkpoints that PyTorch has written. */
function withCheckpoints(names: readonly string[], files: Record<string, string> = {}): Project {
  const project = new Project(files);
  for (const name of names) cpSync(join(FILES, name), join(project.folder, name));
  return project;
}

const RIGHT = 'mlp-kaiming-normal.safetensors';
const WRONG = 'mlp-std-for-variance.safetensors';

describe('gainsay audit', () => {
  test('names what the weights were drawn from, and says what follows: exit 0, a page, and a record that obeys the schema', async () => {
    const project = withCheckpoints([RIGHT]);
    const { code, stdout, stderr } = await project.run(['audit', RIGHT, '--activation', 'relu']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^0\.weight +150×64 +0\.1\d+ ±[\d.]+% +1\.\d+ ±[\d.]+% {2}kaiming_normal_\(nonlinearity='relu'\)$/m);
    expect(stdout).toMatch(/^0\.weight … 1\.weight: this stack of 2 keeps its signal/m);
    expect(stdout).toMatch(/^✓ 4 tensors, 24,246 numbers: 4 of a law that has a name\nerror rate spent 4\.00e-9;/m);
    const record = project.json('reports/audit/audit.json');
    expect(recordFault(record, 'audit')).toBeUndefined();
    expect(record).toMatchObject({ ok: true, rerun: `npx gainsay audit ${RIGHT} --activation relu` });
    expect(['index.html', 'summary.md', 'junit.xml'].every((file) => project.has(`reports/audit/${file}`))).toBe(true);
  });

  test('fails by what is wrong: exit 1, which tensors, and an annotation', async () => {
    const project = withCheckpoints([WRONG]);
    const { code, stdout } = await project.run(['audit', WRONG, '--quiet'], { GITHUB_ACTIONS: 'true' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ 0\.weight, 1\.weight: the variance passed as the std \(Kaiming, its variance for the std\)$/m);
    expect(stdout).toMatch(
      /^::error file=mlp-std-for-variance\.safetensors,title=gainsay audit%3A 0\.weight%2C 1\.weight::the variance/m,
    );
    expect(stdout.split('\n').filter((line) => line !== '')).toHaveLength(2);
  });

  test('writes a first expectations file, which the same checkpoint upholds and another refutes', async () => {
    const project = withCheckpoints([RIGHT, WRONG, 'mlp-fan-out-for-fan-in.safetensors']);
    expect((await project.run(['audit', RIGHT, '--write-expectations', 'expect.json'])).code).toBe(0);
    const written = project.json('expect.json');
    expect(recordFault(written, 'expectations')).toBeUndefined();
    expect(written).toMatchObject({
      tensors: { '*.weight': { scheme: "kaiming_normal_(nonlinearity='relu')" }, '*.bias': { scheme: 'zeros_' } },
    });
    const upheld = await project.run(['audit', RIGHT, '--expect', 'expect.json']);
    expect(upheld.code).toBe(0);
    expect(upheld.stdout).toMatch(/^expectations: 4 of 4 upheld$/m);
    const refuted = await project.run(['audit', 'mlp-fan-out-for-fan-in.safetensors', '--expect', 'expect.json', '--quiet']);
    expect(refuted.code).toBe(1);
    expect(refuted.stdout).toMatch(
      /^✗ 0\.weight: refuted: kaiming_normal_\(nonlinearity='relu'\); its std is 0\.\d+ of what was expected.*fan_out taken for fan_in/m,
    );
    expect(project.read('reports/audit/junit.xml')).toMatch(/<testsuite name="gainsay audit" tests="4" failures="2"/);
  });

  test('fails by a pattern that no tensor is of', async () => {
    const project = withCheckpoints([RIGHT], {
      'expect.json': JSON.stringify({ schema: 'gainsay/expectations/1', tensors: { 'head.*': { any: true } } }),
    });
    const { code, stdout } = await project.run(['audit', RIGHT, '--expect', 'expect.json', '--quiet']);
    expect([code, stdout]).toEqual([1, '✗ head.*: is expected, and no tensor is of that pattern\n']);
  });

  test('with --json prints the record alone; two runs differ by the clock only', async () => {
    const project = withCheckpoints([RIGHT]);
    const records = [];
    for (let i = 0; i < 2; i++) {
      const { stdout } = await project.run(['audit', RIGHT, '--json', '--out', 'elsewhere']);
      const { times, ...record } = JSON.parse(stdout) as { times: unknown };
      expect(times).toBeDefined();
      records.push(record);
    }
    expect(records[0]).toEqual(records[1]);
    expect(project.has('elsewhere/index.html')).toBe(true);
  });

  test('reads shards by their index, NumPy’s archives, and several files at once', async () => {
    const names = [
      'shards.safetensors.index.json',
      'shards-00001-of-00002.safetensors',
      'shards-00002-of-00002.safetensors',
      'keras-layout.npz',
    ];
    const project = withCheckpoints(names);
    const { code, stdout } = await project.run(['audit', names[0], names[3], '--layout', 'tf']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^conv\/kernel +3×3×16×44 .* xavier_uniform_$/m);
    expect(stdout).toMatch(/^✓ 8 tensors/m);
  });

  test.each([
    [['audit', 'none.safetensors'], /^gainsay: none\.safetensors cannot be opened \(ENOENT\)$/],
    [['audit', 'folder.npz'], /^gainsay: folder\.npz is no file$/],
    [['audit', RIGHT, 'empty.safetensors'], /^gainsay: empty\.safetensors is no safetensors file: it has 0 bytes$/],
    [['audit', RIGHT, '--activation', 'rleu'], /^gainsay: activation must be one of .*; got "rleu"$/],
    [['audit', RIGHT, '--layout', 'jax'], /^error: option '--layout <name>' argument 'jax' is invalid/],
    [
      ['audit', RIGHT, '--expect', 'typo.json', '--write-expectations', 'x.json'],
      /^gainsay: --write-expectations must be given without --expect/,
    ],
  ])('%j is refused in a line, and nothing is written', async (args, words) => {
    const project = withCheckpoints([RIGHT], { 'empty.safetensors': '', 'folder.npz/x': '' });
    const { code, stdout, stderr } = await project.run(args);
    expect(stderr.trimEnd().split('\n')[0]).toMatch(words);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(1);
    expect([code, stdout, project.has('reports/audit')]).toEqual([2, '', false]);
  });

  test('shows no character of a name that a terminal would obey', async () => {
    const header = JSON.stringify({ '\u001b[2Jx\u202e.weight': { dtype: 'F32', shape: [2, 2], data_offsets: [0, 16] } });
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(Buffer.byteLength(header)));
    const project = new Project({});
    project.write('odd.safetensors', Buffer.concat([length, Buffer.from(header), Buffer.alloc(16, 0xff)]));
    const { code, stdout } = await project.run(['audit', 'odd.safetensors']);
    // All NaN: its name stands in the table, and in what is wrong.
    expect(code).toBe(1);
    expect(stdout.match(/u202e\.weight/g)).toHaveLength(2);
    expect(stdout).toContain('\\u001b[2Jx\\u202e.weight');
    expect(stdout).not.toMatch(/[\u0000-\u0008\u001b\u202e]/);
  });
});
