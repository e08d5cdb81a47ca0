import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { SCHEMA } from '../../../src/claim/index.ts';
import { readRecord } from '../../../src/cli/record-file.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { html, jobSummary, junit } from '../../../src/report/index.ts';
import { claim, run } from '../report/records.ts';
import { Project, specOf } from './project.ts';

/** Claims of networks, about forward and backward signals, one of them false; of normal draws, and one that cannot be judged. */
const FILES = {
  'a.spec.ts': specOf({ 'room/holds': { band: [-40, 40] }, 'room/false': { band: [400, 500], wrongBy: [-50, -60] } }),
  'b.spec.ts': specOf({ 'room/throws': { band: [-40, 40], before: "throw new Error('no draws today');" } }),
  'c.spec.ts': `
import { gradient, mean, mlp, normal, quantile, std, withGain, withInit } from 'gainsay';
import { claim } from 'gainsay/vitest';
const of = mlp({ width: 32, depth: 3, batch: 2, init: normal({ std: Math.sqrt(1 / 32) }) });
const controls = [withInit('std 1', normal()), withInit('std 1/1000', normal({ std: 1e-3 }))];
claim('networks/forward', 'the std is kept', {
  of, says: [mean(std.after(2)).within(0.2, 4), quantile(0.5, std.after(1)).within(0.2, 4)], predicts: [1, null], controls, source: 'this spec', because: 'it is linear',
});
claim('networks/backward', 'the gradient is kept', { of, says: mean(gradient.std.after(0)).within(0.1, 10), controls, source: 'this spec', because: 'it is linear' });
claim('networks/fails', 'the std grows', { of, says: mean(std.after(2)).within(20, 40), controls, source: 'this spec', because: 'it does not' });
`,
};

/** A run's files without the one block of times. */
const timeless = (project: Project, out: string) => {
  const page = project.read(`${out}/index.html`);
  const record = project.read(`${out}/report.json`);
  const times = [/<div class="times">.*?<\/div>/gs, /^ "times": \{\n.*?^ \},\n/gms] as const;
  expect([page.match(times[0])?.length, record.match(times[1])?.length]).toEqual([1, 1]);
  const cut = [page.replace(times[0], ''), record.replace(times[1], '')];
  return [...cut, project.read(`${out}/summary.md`), project.read(`${out}/junit.xml`)];
};

/** Refuses to load TensorFlow.js, and says so. */
const WITHOUT_TENSORFLOW = {
  'absent.mjs': "import { register } from 'node:module'; register('./hook.mjs', import.meta.url);",
  'hook.mjs': `
export async function resolve(specifier, context, next) {
  if (specifier.startsWith('@tensorflow/')) throw new Error('TensorFlow.js was asked for: ' + specifier);
  return next(specifier, context);
}`,
};

describe('The record and the page of a run', () => {
  test('are the same bytes for the same seed but for their times, obey the schema, and are made again from the record alone', async () => {
    const project = new Project({ ...FILES, ...WITHOUT_TENSORFLOW });
    const backend = ['--backend', 'wasm'];
    for (const out of ['one', 'other']) {
      const { code } = await project.run(['verify', '--quiet', '--seed', '5', '--out', out, ...backend]);
      expect(code).toBe(1);
    }
    expect(timeless(project, 'other')).toEqual(timeless(project, 'one'));
    expect(project.record('one/report.json').times).not.toEqual(project.record('other/report.json').times);

    const record = project.record('one/report.json');
    expect(record.claims.map(({ id }) => id)).toEqual([
      'networks/backward',
      'networks/fails',
      'networks/forward',
      'room/false',
      'room/holds',
    ]);
    const schema = JSON.parse(readFileSync(new URL('../../../schema/report.schema.json', import.meta.url), 'utf8')) as object;
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
    expect([ajv.validate(schema, record), ajv.errors]).toEqual([true, null]);

    const args = ['report', 'one/report.json', '--out', 'again'];
    const { code, stdout, stderr } = await project.run(args, { NODE_OPTIONS: '--import ./absent.mjs' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('again/index.html\nagain/summary.md\nagain/junit.xml\n');
    for (const name of ['index.html', 'summary.md', 'junit.xml'])
      expect(project.read(`again/${name}`)).toBe(project.read(`one/${name}`));
    // The hook does what it says: a command that draws networks cannot be run with it.
    expect((await project.run(['replay'], { NODE_OPTIONS: '--import ./absent.mjs' })).code).not.toBe(0);
  }, 120_000);
});

describe('gainsay report', () => {
  const record = JSON.stringify(run({ claims: [claim()] }));

  test('writes into the record’s own folder, and with --quiet says nothing', async () => {
    const project = new Project({ 'r.json': `\ufeff${record}` });
    expect(await project.run(['report', 'r.json', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(project.read('index.html')).toBe(html(run()));
    expect(project.read('summary.md')).toBe(jobSummary(run()));
    expect(project.read('junit.xml')).toBe(junit(run()));
    expect(project.read('r.json')).toBe(`\ufeff${record}`);
  });

  test('reads standard input for -, where --out says where to', async () => {
    const project = new Project({});
    const { child, finished } = project.start(['report', '-', '--out', 'out']);
    child.stdin?.end(record);
    expect(await finished).toMatchObject({ code: 0, stderr: '' });
    expect(project.read('out/index.html')).toBe(html(run()));
    const { code, stderr } = await project.run(['report', '-']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'gainsay: --out must be given with -, for standard input lies in no folder; got undefined\n',
    });
  });

  test.each([
    ['a file that is not there', undefined, 'report must be a file that can be read (ENOENT); got "r.json"'],
    ['nothing', '', 'r.json must be JSON; got ""'],
    ['a page', '<!doctype html>\n<html>', 'r.json must be JSON; got "<!doctype html>\\n<html>"'],
    ['half a record', record.slice(0, 200), `r.json must be JSON; got ${JSON.stringify(`${record.slice(0, 40)}…`)}`],
    ['brackets without end', '['.repeat(1e6), `r.json must be JSON; got "${'['.repeat(40)}…"`],
    ['a deep nest', `${'['.repeat(1e6)}${']'.repeat(1e6)}`, 'the whole of r.json must be an object; got "a list of 1"'],
    ['a number', '3', 'the whole of r.json must be an object; got 3'],
    ['another object', '{"a":1}', '/schema of r.json must be there; got undefined'],
    [
      'an older record',
      '{"schema":"gainsay/run/1"}',
      `/schema of r.json must be ${SCHEMA} (made by an older gainsay: run it again); got "gainsay/run/1"`,
    ],
    [
      'a newer record',
      '{"schema":"gainsay/run/99"}',
      `/schema of r.json must be ${SCHEMA} (made by a newer gainsay: read it by that one); got "gainsay/run/99"`,
    ],
    [
      'a key of every object’s',
      record.replace('{', '{"__proto__":{"ok":true},'),
      '/__proto__ of r.json must be left out; got "an object"',
    ],
    [
      'a huge number',
      record.replace('"seconds":21.4', '"seconds":1e999'),
      '/times/seconds of r.json must be a finite number; got Infinity',
    ],
  ])('does not take %s for a record, and says why in one line', async (_, text, message) => {
    const project = new Project(text === undefined ? {} : { 'r.json': text });
    const file = join(project.folder, 'r.json');
    const refusal = await readRecord(file).then(String, (error: unknown) => error);
    expect(refusal).toBeInstanceOf(ParameterError);
    expect((refusal as ParameterError).message).toBe(message.replace('r.json', file));
  });

  test('exits with 2 and writes nothing where it was given no record', async () => {
    const project = new Project({ 'r.json': `${'['.repeat(1e6)}${']'.repeat(1e6)}` });
    expect(await project.run(['report', 'r.json'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'gainsay: the whole of r.json must be an object; got "a list of 1"\n',
    });
    expect(project.has('index.html')).toBe(false);
  });
});
