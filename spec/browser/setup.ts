import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import type { RunRecord } from '../../src/claim/index.ts';
import { chromiumPath, REMEDY } from './chromium.ts';

/** What the specs visit, and with what. */
export interface Made {
  readonly chromium: string;
  /** The address of the page that `gainsay verify` made of claims/. */
  readonly page: string;
  readonly record: RunRecord;
  /** The same claims over and over, sixty in all, as `gainsay report` makes a page of them. */
  readonly long: string;
  /** The page that `gainsay check` made of a model that fails. */
  readonly check: string;
  /** The page that `gainsay audit` made of a checkpoint with dead units. */
  readonly audit: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    made: Made | null;
  }
}

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Makes the pages once for all specs, by the real command. */
export default function setup(project: TestProject): (() => void) | undefined {
  const chromium = chromiumPath(process.env);
  if (chromium === null) {
    process.stderr.write(`\nSKIPPED: no browser, so that nothing is known of the page in one; ${REMEDY}\n\n`);
    project.provide('made', null);
    return undefined;
  }
  // Inside the repository, so that the claims import `gainsay` as the repository's own do.
  mkdirSync(join(repository, 'reports'), { recursive: true });
  const folder = mkdtempSync(join(repository, 'reports/browser-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    project.provide('made', { chromium, ...make(folder) });
    return remove;
  } catch (error) {
    remove();
    throw error;
  }
}

function make(folder: string): Omit<Made, 'chromium'> {
  const address = (name: string) => pathToFileURL(join(folder, name, 'index.html')).href;
  copyFileSync(join(repository, 'spec/browser/claims/mixed.spec.ts'), join(folder, 'mixed.spec.ts'));
  writeFileSync(join(folder, 'vitest.config.ts'), CONFIG);
  // Not 0: two of the claims fail, as they must.
  gainsay(folder, 1, ['verify', '--out', 'made']);
  const record = JSON.parse(readFileSync(join(folder, 'made/report.json'), 'utf8')) as RunRecord;
  const copies = Array.from({ length: 12 }, (_, i) => record.claims.map((claim) => ({ ...claim, id: `${claim.id}/copy-${i}` })));
  writeFileSync(join(folder, 'long.json'), JSON.stringify({ ...record, claims: copies.flat() }));
  gainsay(folder, 0, ['report', 'long.json', '--out', 'long']);
  writeFileSync(join(folder, 'model.ts'), MODEL);
  gainsay(folder, 1, ['check', 'model.ts', '--out', 'check', '--quiet']);
  const checkpoint = join(repository, 'fixtures/checkpoints/files/mlp-dead-units.safetensors');
  gainsay(folder, 1, ['audit', checkpoint, '--activation', 'relu', '--out', 'audit', '--quiet']);
  return { page: address('made'), record, long: address('long'), check: address('check'), audit: address('audit') };
}

function gainsay(cwd: string, code: number, args: readonly string[]): void {
  const ours = Object.entries(process.env).filter(([name]) => !/^(GAINSAY_(?!BACKEND)|GITHUB_|VITEST|TEST$|NODE_ENV)/.test(name));
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, 'bin/gainsay.js'), ...args], {
    cwd,
    env: Object.fromEntries(ours),
    encoding: 'utf8',
  });
  if (status !== code) throw new Error(`gainsay ${args[0]} ended with ${status}, not ${code}: ${stdout}${stderr}`);
}

/** Twenty ReLU layers whose weights are a quarter too small. */
const MODEL = `
export default (tf) => tf.sequential({
  layers: [
    ...Array.from({ length: 20 }, (_, i) =>
      tf.layers.dense({ units: 32, activation: 'relu', kernelInitializer: tf.initializers.randomNormal({ stddev: 0.19 }), ...(i === 0 && { inputShape: [32] }) })),
    tf.layers.dense({ units: 4, activation: 'softmax' }),
  ],
});
`;

const CONFIG = `
import { defineConfig } from 'vitest/config';
export default defineConfig({
  test: {
    include: ['*.spec.ts'],
    pool: 'forks',
    execArgv: ['--import', 'tsx', '--conditions', 'gainsay:src'],
    experimental: { viteModuleRunner: false, nodeLoader: false },
    onUnhandledError: ({ name }) => name !== 'EnvironmentTeardownError',
  },
});
`;
