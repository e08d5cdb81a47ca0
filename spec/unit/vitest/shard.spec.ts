import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../../src/claim/index.ts';
import { Project, specOf } from '../cli/project.ts';

const reporter = fileURLToPath(new URL('../../../src/vitest/reporter.ts', import.meta.url));

/** Linear networks whose std passes float32's range: a record of them holds what JSON has no number for. */
const overflows = `
import { firstNonFinite, mlp, normal, proportion, quantile, quantity, withInit } from 'gainsay';
import { claim } from 'gainsay/vitest';
claim('room/overflows', 'weights of std 1 overflow before the 64th layer', {
  of: mlp({ width: 32, depth: 64, batch: 2, init: normal() }),
  says: [
    proportion(firstNonFinite, 'is below 64', (layer) => layer < 64).atLeast(0.5),
    quantile(0.5, quantity('the largest std', ({ std, firstNonFinite }) => (firstNonFinite === null ? Math.max(...std) : Infinity))).above(1e30),
  ],
  controls: [withInit('std 1/6', normal({ std: 1 / 6 })), withInit('std 1/9', normal({ std: 1 / 9 }))],
  source: 'this spec',
  because: 'the std grows by √32 a layer, and 32^(63/2) is above 1e38',
});`;

const files = {
  'a.spec.ts': specOf({ 'room/one': { band: [-40, 40] }, 'room/zero': { band: [-40, 40] } }),
  'b.spec.ts': overflows,
  'c.spec.ts': specOf({ 'room/false': { band: [400, 500], wrongBy: [-50, -60] } }),
  'd.spec.ts': `import { test } from 'vitest'; test('no claim', () => {});\n${specOf({ 'room/alone': { band: [-40, 40] } })}`,
};
/** Two of them alike: no claim needs an engine, no test fails. */
const quick = { 'a.spec.ts': files['a.spec.ts'], 'd.spec.ts': files['d.spec.ts'] };

const withReporter = ['--reporter=default', `--reporter=${reporter}`];
const shard = (project: Project, part: string, env: Record<string, string> = {}) =>
  project.vitest(['run', `--shard=${part}`, '--reporter=blob', ...withReporter], env);
const merge = (project: Project, env: Record<string, string> = {}) =>
  project.vitest(['run', '--merge-reports', ...withReporter], env);

const withoutTimes = (run: RunRecord) => JSON.stringify({ ...run, times: null }, null, 1);

describe('a suite that is run in shards and merged', () => {
  const env = { GAINSAY_BACKEND: 'wasm', GAINSAY_SEED: '5', GAINSAY_SAMPLER: 'weights' };

  test('has the record of a run in one go, byte for byte but for the times', async () => {
    const project = new Project(files);
    const { code } = await project.vitest(['run', ...withReporter], { ...env, GAINSAY_OUT: 'whole' });
    expect(code).toBe(1);
    const whole = project.record('whole/report.json');
    expect(whole).toMatchObject({ ok: false, partial: false, of: 5, seed: '5', backend: { name: 'wasm' }, errors: [] });
    // The record is to hold what JSON does not.
    expect(project.read('whole/report.json')).toMatch(/"(NaN|Infinity)"/);

    const shards = ['1/3', '2/3', '3/3'];
    const parts: RunRecord[] = [];
    for (const part of shards) {
      await shard(project, part, { ...env, GAINSAY_OUT: part[0] });
      expect(project.has(`${part[0]}/report.json`)).toBe(false);
      parts.push(project.record(`${part[0]}/partial/report.json`));
    }
    expect(parts.map(({ partial, of }) => ({ partial, of }))).toEqual(shards.map(() => ({ partial: true, of: null })));

    // The merging machine has no settings of its own: seed, sampler and backend come with the claims.
    const merged = await merge(project, { GAINSAY_OUT: 'merged', GAINSAY_SAMPLER: 'law' });
    expect(merged.code).toBe(1);
    const record = project.record('merged/report.json');
    expect(withoutTimes(record)).toBe(withoutTimes(whole));
    expect(record.spent).toBe(whole.spent);
    // Each claim's share is added once, in the order of the claims; a sum of shards has another rounding of every addition.
    const sum = parts.reduce((total, part) => total + part.spent, 0);
    expect(Math.abs(record.spent - sum)).toBeLessThanOrEqual(record.claims.length * Number.EPSILON * sum);
    expect(record.networks).toBe(parts.reduce((total, part) => total + part.networks, 0));
    expect(record.times.seconds).toBeGreaterThan(Math.max(...parts.map((part) => part.times.seconds)));
  });
});

describe('a shard alone', () => {
  test('says that it is a part, on the terminal and in the record, and leaves the whole report as it was', async () => {
    const project = new Project(quick);
    await project.vitest(['run', ...withReporter]);
    const whole = project.read('reports/report.json');
    const { code, stdout } = await shard(project, '1/2');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Claims {2}\d of \d supported, in a part of the suite, seed 1, .*: reports\/partial\/index\.html/);
    expect(project.read('reports/report.json')).toBe(whole);
    expect(project.read('reports/partial/summary.md')).toContain('A partial run');
  });

  test('stays a part when it is merged without the others', async () => {
    const project = new Project(quick);
    await shard(project, '1/2');
    const { stdout } = await merge(project, { GAINSAY_OUT: 'merged' });
    expect(stdout).toContain('in a part of the suite');
    expect(project.has('merged/report.json')).toBe(false);
    expect(project.record('merged/partial/report.json')).toMatchObject({ partial: true, of: null });
  });
});

describe('shards that do not belong together', () => {
  test('are refused by name where they were drawn from different seeds', async () => {
    const project = new Project(quick);
    await shard(project, '1/2', { GAINSAY_SEED: '1' });
    await shard(project, '2/2', { GAINSAY_SEED: '2' });
    const { code, stdout } = await merge(project);
    const error = 'the claims of a run must have one seed; got 2 (room/alone), 1 (room/one)';
    const other = 'the claims of a run must have one seed; got 1 (room/alone), 2 (room/one)';
    const { ok, errors } = project.record();
    expect([[error], [other]]).toContainEqual(errors);
    expect({ ok, code }).toEqual({ ok: false, code: 1 });
    expect(stdout).toContain(errors[0]);
    expect(project.read('reports/index.html')).toContain('must have one seed');
  });

  test('are refused where both judged the same claims', async () => {
    const project = new Project(quick);
    await shard(project, '1/2');
    const { id } = project.record('reports/partial/report.json').claims[0];
    cpSync(join(project.folder, '.vitest-reports/blob-1-2.json'), join(project.folder, 'kept.json'));
    await shard(project, '2/2');
    cpSync(join(project.folder, 'kept.json'), join(project.folder, '.vitest-reports/blob-3-2.json'));
    const { code } = await merge(project);
    const { ok, errors } = project.record();
    expect({ ok, code }).toEqual({ ok: false, code: 1 });
    expect(errors).toContain(`two claims have the id ${id}`);
    rmSync(join(project.folder, '.vitest-reports/blob-3-2.json'));
    expect((await merge(project)).code).toBe(0);
    expect(project.record()).toMatchObject({ ok: true, partial: false, of: 3 });
  });
});
