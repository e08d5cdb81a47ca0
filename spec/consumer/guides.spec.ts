import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import type { RunRecord } from '../../src/claim/index.ts';
import { blocksOf, filesOf, textOf } from '../unit/docs/document.ts';
import { run } from './run.ts';

const { folder } = inject('consumer');

/** A folder of the project with the files that documents show; what is installed is found above it. */
function guide(name: string, files: Readonly<Record<string, string>>) {
  const own = join(folder, 'guides', name);
  mkdirSync(own, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(own, path)), { recursive: true });
    writeFileSync(join(own, path), text);
  }
  return {
    path: (path: string) => join(own, path),
    read: (path: string) => readFileSync(join(own, path), 'utf8'),
    npx: (line: string, env: Record<string, string> = {}) => run(own, 'npx', line.split(' '), env),
  };
}

/** The block below a line that ends like this. */
const printedAfter = (text: string, words: string) =>
  new RegExp(`${words}:?\\n\\n\`\`\`\\n(.*?)^\`\`\`$`, 'ms').exec(text)?.[1] ?? '';

const CONFIG = { 'vitest.config.ts': filesOf(textOf('docs/package.md'))['vitest.config.ts'] };
const MENDED = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace("'heNormal'", "'heUniform'")]));

describe('docs/in-vitest.md', () => {
  const text = textOf('docs/in-vitest.md');
  const files = filesOf(text);

  test('its test fails on the builder that it shows, with the words that stand there', async () => {
    const { npx } = guide('failing', files);
    const { code, stderr } = await npx('vitest run');
    expect(code).toBe(1);
    expect(stderr).toContain(printedAfter(text, 'and fails'));
  });

  test('and passes on the mended one', async () => {
    const { npx } = guide('mended', MENDED(files));
    expect(await npx('vitest run')).toMatchObject({ code: 0, stderr: '' });
  });

  test('what it says of initializers holds', async () => {
    const [laws] = blocksOf(text, 'ts').slice(-1);
    const { npx } = guide('laws', {
      'spec/laws.spec.ts': `
import * as tf from '@tensorflow/tfjs';
import { kaimingNormal, kaimingUniform } from 'gainsay';
import 'gainsay/vitest';
import { expect, test } from 'vitest';
test('laws', async () => {
${laws}});
`,
    });
    const { code, stdout, stderr } = await npx('vitest run');
    expect({ code, told: code === 0 ? '' : stdout + stderr }).toEqual({ code: 0, told: '' });
  });
});

describe('docs/your-own-claim.md', () => {
  test('its claim is supported, with the line that stands there', async () => {
    const text = textOf('docs/your-own-claim.md');
    const { npx } = guide('claim', filesOf(text));
    const [command] = blocksOf(text, 'sh');
    const { code, stdout } = await npx(command.trim().replace('npx ', ''));
    expect(code).toBe(0);
    const [line] = /^✓.*\n/m.exec(text) ?? [];
    expect(stdout).toContain(line);
  });
});

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}

describe('docs/github-actions.md', () => {
  const text = textOf('docs/github-actions.md');
  const { jobs } = parse(filesOf(text)['.github/workflows/initialisation.yml']) as Workflow;
  const lines = (job: string) =>
    jobs[job].steps.flatMap(({ run: line }) => (line?.startsWith('npx ') ? [line.replace('npx ', '')] : []));
  /** As GitHub sets it. */
  const github = (path: string) => ({ GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_STEP_SUMMARY: path });

  /** A suite of a test and a claim, and the same with a builder that is wrong. */
  const suite = {
    ...CONFIG,
    ...MENDED(filesOf(textOf('docs/in-vitest.md'))),
    ...filesOf(textOf('docs/your-own-claim.md')),
  };

  test('its jobs judge a suite in two shards, and put the report together', async () => {
    const { npx, path, read } = guide('actions', suite);
    const [shard] = lines('shard');
    for (const number of ['1', '2']) {
      expect(await npx(shard.replace('${{ matrix.shard }}', number), github(path('shard.md')))).toMatchObject({ code: 0 });
    }
    const [merge] = lines('report');
    expect(await npx(merge, github(path('summary.md')))).toMatchObject({ code: 0 });
    const record = JSON.parse(read('reports/report.json')) as RunRecord;
    expect(record).toMatchObject({ ok: true, partial: false, tests: { passed: 2, failed: 0 } });
    expect(record.claims.map(({ id }) => id)).toEqual(['mine/leaky-relu-keeps']);
    expect(read('summary.md')).toContain('mine/leaky-relu-keeps');
    expect(existsSync(path('reports/index.html'))).toBe(true);
  });

  test('its gate passes the model that its baseline was made of, and annotates another', async () => {
    const { npx, path, read } = guide('gate', suite);
    const [gate] = lines('check');
    expect(await npx(gate, { CI: '' })).toMatchObject({ code: 0 });
    expect(await npx(gate, github(path('summary.md')))).toMatchObject({ code: 0 });
    cpSync(join(folder, 'guides/failing/models/classifier.ts'), path('models/classifier.ts'));
    const { code, stdout } = await npx(gate, github(path('summary.md')));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=models\/classifier\.ts,title=check\/unmoved%3A refuted::/m);
    expect(read('summary.md')).toContain('check/unmoved');
  });
});

describe('docs/learn.md', () => {
  const text = textOf('docs/learn.md');
  const EXERCISE = 'lessons/01-exploding/exercise.ts';

  test('its first lesson fails with the words that stand there, and is solved by its solution', async () => {
    const { npx, read, path } = guide('learn', {});
    const [first] = /^✗ .*?(?=^```$)/ms.exec(text) ?? expect.fail('the document shows no failure');
    const failed = await npx('gainsay learn --seed 1');
    expect(failed).toMatchObject({ code: 1, stderr: '' });
    expect(failed.stdout).toContain(first);
    cpSync(join(folder, 'node_modules/gainsay/spec/lessons/01-exploding/solution.ts'), path(EXERCISE));
    const { code, stdout, stderr } = await npx('gainsay learn');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/What you have learnt[^]*^2 · Where float32 ends$/m);
    expect(JSON.parse(read('lessons/progress.json'))).toMatchObject({ lessons: { '01-exploding': { runs: 2 } } });
  });

  test('the lesson that it shows can be handed out', async () => {
    const [spec] = blocksOf(text, 'ts');
    const answer = (std: string) => `export const weightStd = (fanIn: number): number => ${std}; // TODO\n`;
    const readme = '# 1 · Mine\n\n## Task\n\nDo.\n\n## Learnt\n\nWell.\n';
    const hints = '## 1\n\na\n\n## 2\n\nb\n\n## 3\n\nc\n';
    const { npx } = guide('course', {
      'course/01-mine/lesson.spec.ts': spec,
      'course/01-mine/exercise.ts': answer('fanIn ** 0'),
      'course/01-mine/solution.ts': answer('fanIn ** -0.5'),
      ...{ 'course/01-mine/README.md': readme, 'course/01-mine/README.zh.md': readme },
      ...{ 'course/01-mine/hints.md': hints, 'course/01-mine/hints.zh.md': hints },
      'right/01-mine/exercise.ts': answer('fanIn ** -0.5'),
      'right/progress.json': '{"schema":"gainsay/progress/1","lessons":{}}',
    });
    const wrong = await npx('gainsay learn --from course');
    expect(wrong.stdout).toContain('Weights of std 1: each output is a sum of 128 products.');
    expect(wrong.code).toBe(1);
    expect(await npx('gainsay learn --from course --folder right --check')).toEqual({
      code: 0,
      stdout: '✓ 1 · Mine\n',
      stderr: '',
    });
  });
});
