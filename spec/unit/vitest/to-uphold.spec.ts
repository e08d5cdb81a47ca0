import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Project } from '../cli/project.ts';

interface Result {
  name: string;
  fullName: string;
  status: string;
  messages: string[];
}

/** Runs specs by vitest itself, and reads what its own JSON reporter says of every test. */
async function run(files: Record<string, string>, env: Record<string, string> = {}, args: readonly string[] = []) {
  const project = new Project(files);
  const finished = await project.vitest(['run', '--reporter=json', '--outputFile=out.json', ...args], {
    GAINSAY_BACKEND: 'wasm',
    ...env,
  });
  const { testResults } = JSON.parse(readFileSync(join(project.folder, 'out.json'), 'utf8')) as {
    testResults: { assertionResults: { title: string; fullName: string; status: string; failureMessages: string[] }[] }[];
  };
  const results = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ title, fullName, status, failureMessages }): Result => {
      return { name: title, fullName, status, messages: failureMessages };
    }),
  );
  return { ...finished, results, of: (name: string) => results.find((one) => one.name === name) as Result };
}

/** The lines of a failure, without the stack. */
const said = ({ messages }: Result): string[] => messages[0].split('\n').filter((line) => !/^ {4}at /.test(line));

const HEAD = `
import { describe, expect, test } from 'vitest';
import {
  experiment, growsBy, kaimingNormal, keepsGradient, keepsStd, mean, mlp, normal, normalLaw, quantity, relu, std, truncNormal,
} from 'gainsay';
import 'gainsay/vitest';

const right = mlp({ width: 32, depth: 30, activation: relu, init: kaimingNormal() });
const wrong = mlp({ width: 32, depth: 30, activation: relu, init: normal({ std: Math.sqrt(1 / 32) }) });
const numbers = experiment('normal numbers', (stream) => stream.normal());
const value = quantity('number', (x) => x);
/** Its mean lies on the band's edge. */
const onTheEdge = mean(value).above(0);
`;

describe('expect(network).toUphold', () => {
  test('passes, fails, and is undecided, with .not and without', async () => {
    const { code, of } = await run({
      'all.spec.ts': `${HEAD}
test('upholds', () => expect(right).toUphold(keepsStd({ within: 100 })));
test('does not', () => expect(wrong).toUphold(keepsStd()));
test('undecided', () => expect(numbers).toUphold(onTheEdge));
test('not upholds', () => expect(right).not.toUphold(keepsStd({ within: 100 })));
test('not does not', () => expect(wrong).not.toUphold(keepsStd()));
test('not undecided', () => expect(numbers).not.toUphold(onTheEdge));
test('several', () => expect(right).toUphold([keepsStd({ within: 100 }), growsBy(1)]));
`,
    });
    expect(code).toBe(1);
    const outcome = (name: string) => of(name).status;
    expect(['upholds', 'not does not', 'several'].map(outcome)).toEqual(['passed', 'passed', 'passed']);
    expect(['does not', 'undecided', 'not upholds', 'not undecided'].map(outcome)).toEqual(new Array(4).fill('failed'));
    expect(said(of('undecided'))[0]).toBe('Error: undecided: the mean of the number is above 0');
    expect(said(of('undecided')).at(-2)).toMatch(
      /^ {2}(about \d+ networks would probably decide it|the estimate lies too near an edge of the band for any reasonable number of networks)$/,
    );
    expect(said(of('not undecided'))[0]).toMatch(/^Error: expected to be refuted, but undecided: /);
    expect(said(of('not upholds'))[0]).toMatch(
      /^Error: expected to be refuted, but supported: the std keeps within a factor of 100/,
    );
  });

  test('tells by its failure alone what to change, and how to see it again', async () => {
    const files = {
      'failing.spec.ts': `${HEAD}
describe('my network (v2)', () => {
  test("keeps the signal's size", async () => {
    await expect(wrong).toUphold(keepsStd({ within: 2 }));
  });
  test('keeps another', async () => {
    await expect(right).toUphold(keepsStd({ within: 100 }));
  });
});
`,
    };
    const { of } = await run(files, { GAINSAY_SEED: '7' });
    const lines = said(of("keeps the signal's size"));
    expect(lines.map((line) => line.replaceAll(/(?<![\w(v])-?\d+(\.\d+)?(e[+-]\d+)?/g, '#'))).toEqual([
      'Error: refuted: the std keeps within a factor of # of # over all layers',
      'of # layers × # units, relu, normal(mean #, std #), batch #',
      '  refuted: the median of the largest factor between the std and # over all layers is #, in [#, #] by order statistics; claimed in [#, #]; # networks, α = #',
      '  furthest at layer #',
      '  effective σ̂_w²/σ_w² is #, in [#, #]: fan_in·Var(w) over the # that is needed',
      '  known for: the gain left out: # for #',
      '  try: multiply the weights’ std by #, to √fan_in·std = #, which keeps the size of the signal',
      "seed #; rerun: GAINSAY_SEED=# GAINSAY_BACKEND=wasm npx vitest run failing.spec.ts -t '^my network \\(v2\\) keeps the signal'\\''s size$'",
    ]);
    // The line that it prints runs that test, and that test alone.
    const again = await run(files, { GAINSAY_SEED: '7' }, ['-t', "^my network \\(v2\\) keeps the signal's size$"]);
    expect(again.results.map(({ name, status }) => [name, status])).toEqual([
      ["keeps the signal's size", 'failed'],
      ['keeps another', 'skipped'],
    ]);
    expect(said(again.of("keeps the signal's size")).slice(0, 8)).toEqual(lines.slice(0, 8));
  });

  test('works in concurrent tests by their own expect, softly too', async () => {
    const { results, of } = await run({
      'concurrent.spec.ts': `${HEAD}
describe.concurrent('at once', () => {
  test('one', ({ expect }) => expect(right).toUphold(keepsStd({ within: 100 })));
  test('two', ({ expect }) => expect(wrong).toUphold(keepsStd()));
  test('three', ({ expect }) => expect(kaimingNormal()).toBeDrawnFrom(kaimingNormal()));
});
test('soft', async () => {
  await expect.soft(wrong).toUphold(keepsStd());
  await expect.soft(numbers).toUphold(mean(value).above(1));
});
`,
    });
    expect(results.map(({ status }) => status)).toEqual(['passed', 'failed', 'passed', 'failed']);
    expect(of('two').messages[0]).toMatch(/-t '\^at once two\$'/);
    expect(of('soft').messages.length).toBe(2);
  });

  test('has more time than other tests, and takes none from who gives more', async () => {
    const slow = (timeout: string) => `
import { expect, test, vi } from 'vitest';
${timeout}
await import('gainsay/vitest');
test('timeout', ({ task }) => expect(task.timeout).toBe(0));
`;
    const { of } = await run({ 'default.spec.ts': slow('') });
    expect(of('timeout').messages[0]).toContain('expected 600000 to be +0');
    const more = await run({ 'more.spec.ts': slow('vi.setConfig({ testTimeout: 3_600_000 });') });
    expect(more.of('timeout').messages[0]).toContain('expected 3600000 to be +0');
    const none = await run({ 'none.spec.ts': slow('vi.setConfig({ testTimeout: 0 });') });
    expect(none.of('timeout').status).toBe('passed');
  });

  test('refuses what is no network, and a subject that one seed draws twice and differently, by .not too', async () => {
    const { results, of } = await run({
      'errors.spec.ts': `${HEAD}
let calls = 0;
const counter = { name: 'a counter', draw: async (seed, from, to) => Array.from({ length: to - from }, () => calls++) };
test('undefined', () => expect(undefined).not.toUphold(keepsStd()));
test('initializer', () => expect(kaimingNormal()).not.toUphold(keepsStd()));
test('promise', () => expect(Promise.resolve(right)).not.toUphold(keepsStd()));
test('counter', () => expect(counter).not.toUphold(mean(value).below(-1)));
test('layers', () => expect(right).not.toUphold(keepsStd({ layers: [0, 30] })));
`,
    });
    expect(results.map(({ status }) => status)).toEqual(new Array(5).fill('failed'));
    expect(said(of('undefined'))[0]).toMatch(
      /^ParameterError: network must be an architecture, or the builder .* got undefined$/,
    );
    expect(said(of('initializer'))[0]).toContain('"an initializer: expect(initializer).toBeDrawnFrom(law)"');
    expect(said(of('promise'))[0]).toContain('"a promise: await it, or give the function that makes it"');
    expect(said(of('counter'))[0]).toMatch(/^Nondeterministic: nondeterministic: a counter drawn twice from seed 1/);
    expect(said(of('layers'))[0]).toBe('ParameterError: layers must be among 0 … 29; got 30');
  });
});

describe('expect(initializer).toBeDrawnFrom', () => {
  test('passes for its own law, and names the ratio of variances and the mistake where it does not', async () => {
    const { results, of } = await run({
      'laws.spec.ts': `${HEAD}
const std = 1 / 16;
const cut = truncNormal({ std, a: -2 * std, b: 2 * std });
test('own', () => expect(cut).toBeDrawnFrom(cut));
test('normal', () => expect(cut).toBeDrawnFrom(normalLaw(0, std)));
test('not normal', () => expect(cut).not.toBeDrawnFrom(normalLaw(0, std)));
test('function', () => expect(([n, m]) => Array.from({ length: n * m }, Math.random)).toBeDrawnFrom(normalLaw(0, 1), { shape: [8, 8] }));
`,
    });
    expect(results.map(({ status }) => status)).toEqual(['passed', 'failed', 'passed', 'failed']);
    expect(said(of('normal')).at(-2)).toMatch(
      /^ {2}a variance that is 0\.77\d* times the law’s is known for: normal weights cut at two standard deviations and not rescaled$/,
    );
    expect(said(of('normal')).at(-1)).toBe(
      "seed 1; rerun: GAINSAY_SEED=1 GAINSAY_BACKEND=wasm npx vitest run laws.spec.ts -t '^normal$'",
    );
    expect(said(of('function')).join('\n')).toMatch(/ {2}the numbers look uniform between/);
  });
});
