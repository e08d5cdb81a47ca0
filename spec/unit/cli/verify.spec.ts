import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Project, specOf } from './project.ts';

/** Wide enough that eight draws decide: t at n = 8 and α = 1e-10 is some 40 standard errors wide. */
const TRUE: [number, number] = [-40, 40];
const FALSE: [number, number] = [400, 500];

/** A claim about networks of two layers. */
const ofNetworks = (id: string) => `
import { mlp, normal, secondMoment, mean, withInit } from 'gainsay';
import { claim } from 'gainsay/vitest';
claim('${id}', 'a linear network of 1/fan_in weights keeps the second moment', {
  of: mlp({ width: 64, depth: 2, batch: 1, init: normal({ std: 1 / 8 }) }),
  says: mean(secondMoment.after(1)).within(0.5, 2),
  controls: [withInit('std 1', normal()), withInit('std 1/64', normal({ std: 1 / 64 }))],
  source: 'this spec',
  because: 'by definition',
});`;

describe('gainsay verify in a suite whose files share a process', () => {
  test('counts the networks of each file once, and draws for each what it would draw alone', async () => {
    const both = new Project({ 'a.spec.ts': ofNetworks('room/a'), 'b.spec.ts': ofNetworks('room/b') });
    await both.run(['verify', '--sampler', 'law', '--out', 'apart']);
    const shared = both.read('vitest.config.ts').replace("pool: 'forks'", "pool: 'forks', isolate: false, maxWorkers: 1");
    both.write('vitest.config.ts', shared);
    await both.run(['verify', '--sampler', 'law', '--out', 'together']);
    const [apart, together] = ['apart', 'together'].map((out) => both.record(`${out}/report.json`));
    expect(together.networks).toBe(apart.networks);
    const drawn = apart.claims.flatMap((one) => [one.networks, ...one.controls.map((control) => control.networks)]);
    expect(together.networks).toBe(drawn.reduce((sum, networks) => sum + networks, 0));
    expect(together.claims).toEqual(apart.claims);
  });
});

describe('gainsay verify --sampler law', () => {
  test('draws Gaussian networks without an engine, and says so in the record and in the line that reruns', async () => {
    const project = new Project({ 'a.spec.ts': ofNetworks('room/keeps') });
    const { code } = await project.run(['verify', '--sampler', 'law']);
    expect(code).toBe(0);
    const { sampler, backend, claims } = project.record();
    expect({ sampler, backend: backend.name }).toEqual({ sampler: 'law', backend: 'none' });
    expect(claims[0].rerun).toBe('npx gainsay verify room/keeps --seed 1 --sampler law');
    await project.run(['verify']);
    expect(project.record()).toMatchObject({ sampler: 'weights' });
    expect(project.record().claims[0].sample).not.toEqual(claims[0].sample);
  });
});

describe('gainsay verify', () => {
  test('prints one line a claim, writes the report, says where it is, and exits 0 where every claim holds', async () => {
    const project = new Project({ 'a.spec.ts': specOf({ 'room/one': { band: TRUE }, 'room/two': { band: TRUE } }) });
    const { code, stdout, stderr } = await project.run(['verify']);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toMatch(/^✓ supported room\/one .*2\/2 controls refuted$/m);
    expect(stdout).toMatch(/^✓ supported room\/two /m);
    expect(stdout).toMatch(/^2 claims: 2 supported, 0 refuted, 0 undecided; 4 of 4 controls refuted/m);
    expect(stdout).toMatch(/^report: reports\/index\.html$/m);
    expect(project.has('reports/index.html')).toBe(true);
    expect(project.read('reports/junit.xml')).toContain('name="room/two: ');
    expect(project.read('reports/summary.md')).toMatch(/^# ✓ gainsay: 2 claims: 2 supported/);
    expect(project.record()).toMatchObject({ ok: true, partial: false, of: 2, seed: '1', tests: { passed: 2, failed: 0 } });
  });

  test('exits 1 on a refuted claim, explains it and gives the line that reruns it, which refutes it again', async () => {
    const project = new Project({ 'a.spec.ts': specOf({ 'room/false': { band: FALSE, wrongBy: [-50, -60] } }) });
    const { code, stdout } = await project.run(['verify', '--seed', "it's"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ refuted {3}room\/false/m);
    expect(stdout).toContain('refuted: the mean of the draw is');
    expect(stdout).toContain("rerun: npx gainsay verify room/false --seed 'it'\\''s'");
    const first = project.record();
    expect(first.ok).toBe(false);
    await project.run(['verify', 'room/false', '--seed', "it's"]);
    expect(project.record().claims).toEqual(first.claims);
  });

  test('exits 1 where a control is not refuted, although the claim is supported', async () => {
    const project = new Project({ 'a.spec.ts': specOf({ 'room/toothless': { band: TRUE, wrongBy: [0, 1] } }) });
    const { code, stdout } = await project.run(['verify']);
    expect(code).toBe(1);
    expect(stdout).toContain('the control "shifted by 1" was supported, and must be refuted');
    expect(stdout).toContain('no control refutes that the mean of the draw lies in its band');
  });

  test('judges the claims whose id contains an argument, says "k of n", and leaves the whole report as it was', async () => {
    const project = new Project({ 'a.spec.ts': specOf({ 'room/one': { band: TRUE }, 'room/two': { band: TRUE } }) });
    await project.run(['verify', '--seed', '7']);
    const whole = project.read('reports/report.json');
    const { code, stdout } = await project.run(['verify', 'room/t']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1 of 2 claims: 1 supported/m);
    expect(stdout).toMatch(/^report: reports\/partial\/index\.html$/m);
    expect(project.read('reports/report.json')).toBe(whole);
    expect(project.read('reports/junit.xml')).toContain('room/one');
    expect(project.read('reports/partial/junit.xml')).not.toContain('room/one');
    expect(project.record('reports/partial/report.json')).toMatchObject({ partial: true, of: 2, claims: [{ id: 'room/two' }] });
  });

  test('exits 2 with one line where no claim has such an id, and writes nothing', async () => {
    const project = new Project({ 'a.spec.ts': specOf({ 'room/one': { band: TRUE } }) });
    const { code, stdout, stderr } = await project.run(['verify', 'room/tow']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe("gainsay: no claim's id contains room/tow; there are: room/one\n");
    expect(project.has('reports/index.html')).toBe(false);
  });

  test('exits 2 where the specs hold no claim', async () => {
    const project = new Project({ 'a.spec.ts': "import { test } from 'vitest'; test('a', () => {});" });
    expect(await project.run(['verify'])).toMatchObject({ code: 2, stderr: 'gainsay: the specs in this folder hold no claim\n' });
  });

  test('exits 2 and names the spec where the only one cannot be read', async () => {
    const project = new Project({ 'a.spec.ts': "throw new Error('cannot be read');" });
    const { code, stderr } = await project.run(['verify']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^gainsay: a\.spec\.ts: cannot be read$/m);
  });

  test('turns the whole report red where a claim throws, beside the verdicts of the others', async () => {
    const throwing = specOf({
      'room/one': { band: TRUE },
      'room/throws': { band: TRUE, before: "throw new Error('no draws today');" },
    });
    const project = new Project({ 'a.spec.ts': throwing });
    const { code, stdout, stderr } = await project.run(['verify']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ failed {4}room\/throws\nno draws today$/m);
    expect(stderr).toContain('no draws today');
    expect(project.record()).toMatchObject({
      ok: false,
      partial: false,
      of: 2,
      claims: [{ id: 'room/one' }],
      tests: { passed: 1, failed: 1 },
    });
    expect(project.read('reports/index.html')).toContain('no draws today');
    const alone = await project.run(['verify', 'room/throws']);
    expect(alone.code).toBe(1);
    expect(project.record('reports/partial/report.json')).toMatchObject({ ok: false, partial: true, claims: [] });
  });

  test('turns red on a rejected promise that nobody awaited, and on a spec that cannot be read', async () => {
    const floating =
      "\nimport { test } from 'vitest';\ntest('room/floating: forgotten', async () => { void Promise.reject(new Error('nobody waited')); await new Promise((r) => setTimeout(r, 50)); });";
    const project = new Project({
      'a.spec.ts': specOf({ 'room/one': { band: TRUE } }) + floating,
      'b.spec.ts': "throw new Error('cannot be read');",
    });
    const { code, stderr } = await project.run(['verify']);
    expect(code).toBe(1);
    expect(stderr).toContain('nobody waited');
    const { ok, errors } = project.record();
    expect({ ok, errors: errors.length }).toEqual({ ok: false, errors: 2 });
    expect(project.read('reports/index.html')).toContain('cannot be read');
  });

  test('prints the record and nothing else with --json, and nothing at all with --quiet', async () => {
    const project = new Project({ 'a.spec.ts': specOf({ 'room/one': { band: TRUE } }) });
    const json = await project.run(['verify', '--json', '--quiet', '--out', 'elsewhere']);
    expect(JSON.parse(json.stdout)).toEqual(project.record('elsewhere/report.json'));
    expect(json.stderr).toBe('');
    expect(await project.run(['verify', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('takes the seed from GAINSAY_SEED; "fresh" picks one and prints it', async () => {
    const project = new Project({ 'a.spec.ts': specOf({ 'room/one': { band: TRUE } }) });
    const seeds = [];
    for (const seed of ['41', 'fresh', 'fresh']) {
      const { stdout } = await project.run(['verify'], { GAINSAY_SEED: seed });
      expect(stdout).toContain(`seed ${project.record().seed};`);
      seeds.push(project.record().seed);
    }
    expect(seeds[0]).toBe('41');
    expect(new Set([...seeds, 'fresh']).size).toBe(4);
  });

  test('tells of its progress on standard error, and ends on Ctrl-C with 130, the last report whole', async () => {
    const slow = 'await new Promise((resolve) => setTimeout(resolve, 60_000));';
    const project = new Project({
      'a.spec.ts': specOf({ 'room/slow': { band: TRUE, before: `if (process.env.SLOW) { ${slow} }` } }),
    });
    await project.run(['verify']);
    const whole = project.read('reports/report.json');
    const { child, finished } = project.start(['verify'], { SLOW: '1' });
    await new Promise<void>((resolve) => child.stderr?.on('data', (chunk: Buffer) => chunk.includes('0/1') && resolve()));
    child.kill('SIGINT');
    expect(await finished).toMatchObject({ code: 130, stdout: '' });
    expect(project.read('reports/report.json')).toBe(whole);
    expect(readdirSync(join(project.folder, 'reports')).filter((name) => name.includes('tmp'))).toEqual([]);
  });
});

describe('gainsay verify, where tfjs-node cannot be had', () => {
  const network = `
import { mean, mlp, normal, std, withGain } from 'gainsay';
import { claim } from 'gainsay/vitest';
claim('room/network', 'a small network holds', {
  of: mlp({ width: 32, depth: 2, init: normal({ std: Math.sqrt(1 / 32) }) }),
  says: mean(std.after(1)).within(-2, 4),
  controls: [withGain(9), withGain(8)],
  source: 'this spec',
  because: 'it is shallow',
});`;
  const absent = {
    'a.spec.ts': network,
    'absent.mjs': "import { register } from 'node:module'; register('./hook.mjs', import.meta.url);",
    'hook.mjs': `
export async function resolve(specifier, context, next) {
  if (specifier !== '@tensorflow/tfjs-node') return next(specifier, context);
  throw Object.assign(new Error("Cannot find package '@tensorflow/tfjs-node'"), { code: 'ERR_MODULE_NOT_FOUND' });
}`,
  };
  const env = { NODE_OPTIONS: '--import ./absent.mjs' };

  test('exits 2 and says why and what to do, if it was insisted on', async () => {
    const { code, stdout, stderr } = await new Project(absent).run(['verify'], { ...env, GAINSAY_BACKEND: 'tensorflow' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      "gainsay: backend tensorflow cannot be had: Cannot find package '@tensorflow/tfjs-node'; run `npm run setup:native` in the repository, or choose GAINSAY_BACKEND=wasm\n",
    );
  });

  test('runs on wasm, and says so, if none was', async () => {
    const project = new Project(absent);
    const { code, stdout } = await project.run(['verify'], env);
    expect(stdout).toContain('wasm (tfjs-backend-wasm');
    expect(code).toBe(0);
    expect(project.record().backend.name).toBe('wasm');
  });
});

describe('gainsay', () => {
  test('shows its commands and exit codes with --help, and the flags of verify with verify --help', async () => {
    const project = new Project({});
    const help = await project.run(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(/verify .*\[ids\.\.\.\]/);
    expect(help.stdout).toContain('130 Ctrl-C');
    const { stdout } = await project.run(['verify', '--help']);
    for (const flag of ['--seed', '--backend', '--out', '--json', '--quiet', '--help']) expect(stdout).toContain(flag);
  });

  test('exits 2 on a command, a flag or a backend that it does not know, and says what is allowed', async () => {
    const project = new Project({});
    expect(await project.run(['verfy'])).toMatchObject({ code: 2, stdout: '' });
    expect(await project.run(['verify', '--sed', '1'])).toMatchObject({ code: 2, stdout: '' });
    const { code, stderr } = await project.run(['verify', '--backend', 'gpu']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "error: option '--backend <name>' argument 'gpu' is invalid. Allowed choices are auto, tensorflow, wasm, cpu.\n",
    });
  });
});
