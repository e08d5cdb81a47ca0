import { describe, expect, test } from 'vitest';
import { recordFault } from '../../../src/cli/record-fault.ts';
import { Project } from './project.ts';

/** Eight ReLU layers, right; with std 1 too large by √32; of one draw; of a counter; and what is no builder. */
const MODELS = `
import type * as TF from '@tensorflow/tfjs';
type Tf = typeof TF;
const dense = (tf: Tf, kernelInitializer: () => unknown, units = 32) =>
  tf.sequential({
    layers: [
      ...Array.from({ length: 8 }, (_, i) =>
        tf.layers.dense({ units, activation: 'relu', kernelInitializer: kernelInitializer() as never, ...(i === 0 && { inputShape: [units] }) })),
      tf.layers.dense({ units: 3 }),
    ],
  });
export default (tf: Tf) => dense(tf, () => 'heUniform');
export const louder = (tf: Tf) => dense(tf, () => tf.initializers.varianceScaling({ scale: 2.42, mode: 'fanIn', distribution: 'uniform' }));
export const wrong = (tf: Tf) => dense(tf, () => tf.initializers.randomNormal({ stddev: 1 }));
export const seeded = (tf: Tf) => dense(tf, () => tf.initializers.randomNormal({ stddev: 0.25, seed: 42 }));
export const wide = (tf: Tf) => dense(tf, () => 'heUniform', 40);
let made = 0;
export const counting = (tf: Tf) => dense(tf, () => tf.initializers.randomUniform({ minval: -0.4, maxval: 0.4 + made++ / 1000 }));
export const throws = () => { throw new Error('no model today\\nsecond line'); };
export const nothing = () => {};
export const text = 'a text';
`;
const WASM = ['--backend', 'wasm'];

describe('gainsay check', () => {
  const check = (project: Project, ...args: string[]) => project.run(['check', 'models.ts', ...WASM, ...args]);

  test('supports a model that carries signal and gradient: exit 0, a table, a page, and a record that obeys the schema', async () => {
    const project = new Project({ 'models.ts': MODELS });
    const { code, stdout, stderr } = await check(project);
    expect(stderr.split('\n').filter((line) => line !== '' && !/networks ·/.test(line))).toEqual([]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^builder of models\.ts; 16 examples of N\(0, 1\) numbers, drawn anew for each network; \d+ networks, medians\n/,
    );
    expect(stdout).toMatch(/^dense_8 {2}Dense relu {2}32 {6}/m);
    expect(stdout).toMatch(/^✓ supported check\/forward {2}the signal keeps its size/m);
    expect(stdout).toMatch(/^4 claims: 4 supported, 0 refuted, 0 undecided$/m);
    const record = project.record('reports/check/report.json');
    expect(recordFault(record)).toBeUndefined();
    expect(record).toMatchObject({ ok: true, seed: '1', rerun: 'npx gainsay check models.ts --seed 1 --backend wasm' });
    expect(record.model?.layers.map(({ name }) => name)).toEqual(Array.from({ length: 9 }, (_, i) => `dense_${i + 1}`));
    expect(['index.html', 'summary.md', 'junit.xml'].every((file) => project.has(`reports/check/${file}`))).toBe(true);
  });

  test('refutes one that does not: exit 1, what is wrong with the weights, what to change, and an annotation', async () => {
    const project = new Project({ 'models.ts': MODELS });
    const { code, stdout } = await project.run(['check', 'models.ts', '--export', 'wrong', '--quiet', ...WASM], {
      GITHUB_ACTIONS: 'true',
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ refuted {3}check\/forward/m);
    expect(stdout).toContain('fan_in·Var(w) over the 2 that is needed');
    expect(stdout).toContain('known for: not divided by √fan_in: weights of std 1');
    expect(stdout).toContain("kernelInitializer: 'heUniform'");
    expect(stdout).not.toContain('supported');
    expect(stdout).toMatch(/^::error file=models\.ts,title=check\/forward%3A refuted::/m);
  });

  test('with --json prints the record alone; one seed gives one record', async () => {
    const project = new Project({ 'models.ts': MODELS });
    const records = [];
    for (let i = 0; i < 2; i++) {
      const { stdout } = await check(project, '--json', '--seed', 'abc', '--networks', '8', '--out', 'elsewhere');
      const { times, ...record } = JSON.parse(stdout) as { times: unknown; seed: string };
      expect(times).toBeDefined();
      records.push(record);
    }
    expect(records[0]).toEqual(records[1]);
    expect(records[0].seed).toBe('abc');
    expect(project.has('elsewhere/index.html')).toBe(true);
  });

  test('with a time limit leaves open what it had no time for: exit 1, and says so', async () => {
    const project = new Project({ 'models.ts': MODELS });
    const { code, stdout, stderr } = await check(project, '--time-limit', '0');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\? undecided check\/forward.*2 networks$/m);
    expect(stderr).toContain('gainsay: the time limit of 0 s ended it at 2 networks');
  });

  test('takes a batch of one’s own, from JSON', async () => {
    const project = new Project({ 'models.ts': MODELS });
    const batch = Array.from({ length: 5 }, (_, row) => Array.from({ length: 32 }, (__, i) => Math.sin(row * 32 + i * i)));
    project.write('batch.json', JSON.stringify(batch));
    const { stdout } = await check(project, '--input', 'batch.json', '--networks', '2');
    expect(stdout).toMatch(/^builder of models\.ts; a batch of shape 5 × 32, the same for each network; 2 networks/);
    project.write('batch.json', JSON.stringify(batch.map((row) => row.slice(1))));
    expect((await check(project, '--input', 'batch.json')).stderr).toContain(
      "gainsay: batch 0 must be of the shape of the model's input, any × 32; got [5, 31]",
    );
    project.write('batch.json', '[[1], [1, 2]]');
    expect((await check(project, '--input', 'batch.json')).stderr).toContain(
      'gainsay: batch.json [1] must be a list of 1, as the first at its axis is',
    );
  });

  test('reports a model that one seed does not draw twice as nondeterministic, and gives no verdict', async () => {
    const project = new Project({ 'models.ts': MODELS });
    const { code, stdout } = await check(project, '--export', 'counting', '--quiet');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^nondeterministic: builder of models\.ts drawn twice from seed 1 shows two things/);
    expect(project.record('reports/check/report.json')).toMatchObject({ ok: false, claims: [] });
  });

  test.each([
    [
      'seeded',
      'builder of models.ts makes the same weights each time: the initializer of layer 1 (Dense) has the seed 42; leave it out',
    ],
    ['throws', 'builder of models.ts failed: no model today'],
    ['nothing', "builder of models.ts made no model of TensorFlow.js's layers, but nothing: does it return it?"],
    ['text', 'export text of models.ts must be a function (tf) => model, which makes fresh weights; got "string"'],
    [
      'absent',
      'export absent of models.ts must be a function (tf) => model; --export takes counting, default, louder, nothing, seeded, throws, wide, wrong; got undefined',
    ],
  ])('refuses the export %s in one line, exit 2', async (name, message) => {
    const project = new Project({ 'models.ts': MODELS });
    const { code, stdout, stderr } = await check(project, '--export', name, '--quiet');
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `gainsay: ${message}\n` });
    expect(project.has('reports/check')).toBe(false);
  });

  test.each([
    [['absent.ts'], 'model must be a file that can be read (ENOENT); got "absent.ts"'],
    [['models.txt'], 'model must be a model.json, or a builder in .ts, .mts, .cts, .js, .mjs, .cjs; got "models.txt"'],
    [['broken.ts'], /^gainsay: model must be a script that runs \(.*\); got "broken\.ts"\n$/],
    [['broken.json'], /^gainsay: broken\.json must be JSON \(.*\); got "\{"\n$/],
    [['graph.json'], 'graph.json: is a graph model, whose layers and initializers are gone; save it as a layers model'],
    [['models.ts', '--networks', '1'], 'networks must be at least 2; got 1'],
    [['models.ts', '--within', '0.5'], 'within must be a factor above 1; got 0.5'],
    [['models.ts', '--batch', '0'], 'batch must be a positive integer; got 0'],
    [['models.ts', '--update'], '--update must be given with --baseline; got true'],
  ])('refuses %j in one line, exit 2', async (args, message) => {
    const project = new Project({
      'models.ts': MODELS,
      'broken.ts': 'export default (tf => {',
      'broken.json': '{',
      'graph.json': '{"format":"graph-model","modelTopology":{}}',
    });
    const { code, stderr } = await project.run(['check', ...args, '--quiet', ...WASM]);
    expect(code).toBe(2);
    if (typeof message === 'string') expect(stderr).toBe(`gainsay: ${message}\n`);
    else expect(stderr).toMatch(message);
  });

  test('reads a saved model.json, and draws its initializers anew', async () => {
    const layer = (i: number) => ({
      class_name: 'Dense',
      config: {
        name: `hidden_${i}`,
        units: 16,
        activation: 'relu',
        kernel_initializer: {
          class_name: 'VarianceScaling',
          config: { scale: 2, mode: 'fan_in', distribution: 'uniform', seed: 3 },
        },
        ...(i === 0 && { batch_input_shape: [null, 16] }),
      },
    });
    const project = new Project({
      'model.json': JSON.stringify({
        format: 'layers-model',
        modelTopology: { class_name: 'Sequential', config: { name: 's', layers: [0, 1, 2, 3].map(layer) } },
        weightsManifest: [{ paths: ['absent.bin'], weights: [] }],
      }),
    });
    const { code, stdout } = await project.run(['check', 'model.json', ...WASM]);
    expect(stdout).toMatch(/^model\.json: Sequential of 4 layers; /);
    expect(code).toBe(0);
  });

  test('Ctrl-C ends it with 130, and leaves no report', async () => {
    const project = new Project({ 'models.ts': MODELS });
    const { child, finished } = project.start(['check', 'models.ts', '--networks', '100000', '--baseline', 'b.json', ...WASM], {
      CI: '',
    });
    await new Promise<void>((resolve) => child.stderr?.on('data', () => setTimeout(resolve, 1500)));
    child.kill('SIGINT');
    expect((await finished).code).toBe(130);
    expect([project.has('reports/check'), project.has('b.json')]).toEqual([false, false]);
  });
});

describe('gainsay check --baseline', () => {
  const check = (project: Project, args: string[], env: Record<string, string> = {}) =>
    project.run(['check', 'models.ts', '--baseline', 'b.json', '--networks', '32', ...WASM, ...args], { CI: '', ...env });

  test('is written once, and held against: the same model passes, one whose weights are 10% larger does not', async () => {
    const project = new Project({ 'models.ts': MODELS });
    const written = await check(project, []);
    expect(written.stderr).toContain('baseline: b.json, of 32 networks and 28 numbers');
    expect(written.code).toBe(0);
    expect(recordFault(JSON.parse(project.read('b.json')), 'baseline')).toBeUndefined();

    const same = await check(project, ['--seed', 'another'], { CI: 'true' });
    expect(same.stdout).toMatch(/^✓ supported check\/unmoved/m);
    expect(same.code).toBe(0);

    const moved = await check(project, ['--export', 'louder'], { CI: 'true' });
    expect(moved.stdout).toMatch(/^✗ refuted {3}check\/unmoved/m);
    expect(moved.stdout).toContain('ln std of the kernels, on average');
    expect(moved.stdout).toContain('renew the baseline with --update');
    expect(moved.code).toBe(1);

    const other = await check(project, ['--export', 'wide']);
    expect(other.stderr).toContain(
      'renew it with --update); got "one whose layer 1 is dense_1: Dense relu → 32; now dense_1: Dense relu → 40"',
    );
    expect(other.code).toBe(2);

    expect((await check(project, ['--export', 'wide', '--update'])).code).toBe(0);
    expect((await check(project, ['--export', 'wide'])).code).toBe(0);
  });

  test('on CI is not written: a gate that was forgotten would pass for ever', async () => {
    const project = new Project({ 'models.ts': MODELS });
    const { code, stderr } = await check(project, ['--quiet'], { CI: 'true' });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'gainsay: --baseline must be a file that is there: on CI none is written (run it once without CI); got "b.json"\n',
    });
  });

  test.each([
    ['{', /--baseline must be JSON that can be read/],
    ['[]', /^gainsay: the whole of --baseline b\.json must be an object/],
    ['{"schema":"gainsay/baseline/0"}', /must be gainsay\/baseline\/1 \(made by another gainsay: renew it with --update\)/],
  ])('refuses %s in one line', async (text, message) => {
    const project = new Project({ 'models.ts': MODELS, 'b.json': text });
    const { code, stderr } = await check(project, ['--quiet']);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
