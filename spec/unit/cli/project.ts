import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { RunRecord } from '../../../src/claim/index.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** What a finished command left behind. */
export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A small project in a folder of its own, in which the real command is run. It is gone when the test is. */
export class Project {
  readonly folder: string;

  constructor(files: Record<string, string>) {
    // Inside the repository, so that its specs import `gainsay` as the repository's own do.
    mkdirSync(join(repository, 'reports'), { recursive: true });
    this.folder = mkdtempSync(join(repository, 'reports/project-'));
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
    this.write('vitest.config.ts', CONFIG);
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  /** Starts `gainsay` with these arguments. */
  start(args: readonly string[], env: Record<string, string> = {}): { child: ChildProcess; finished: Promise<Finished> } {
    return this.#start([join(repository, 'bin/gainsay.js'), ...args], env);
  }

  /** Runs vitest itself with these arguments to its end. */
  vitest(args: readonly string[], env: Record<string, string> = {}): Promise<Finished> {
    const vitest = ['--import', 'tsx', '--conditions', 'gainsay:src', join(repository, 'node_modules/vitest/vitest.mjs')];
    return this.#start([...vitest, ...args], env).finished;
  }

  #start(args: readonly string[], env: Record<string, string>): { child: ChildProcess; finished: Promise<Finished> } {
    const clean = Object.entries(process.env).filter(
      ([name]) => !/^(GAINSAY_|GITHUB_|VITEST|TEST$|FORCE_COLOR|NODE_ENV|LANG|LC_)/.test(name),
    );
    const child = spawn(process.execPath, args, {
      cwd: this.folder,
      env: { ...Object.fromEntries(clean), NO_COLOR: '1', ...env },
    });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
    const finished = new Promise<Finished>((resolve) => child.on('close', (code) => resolve({ code, ...said })));
    return { child, finished };
  }

  /** Runs `gainsay` with these arguments to its end. */
  run(args: readonly string[], env: Record<string, string> = {}): Promise<Finished> {
    return this.start(args, env).finished;
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  json(path: string): unknown {
    return JSON.parse(this.read(path));
  }

  record(path = 'reports/report.json'): RunRecord {
    return JSON.parse(this.read(path)) as RunRecord;
  }
}

const CONFIG = `
import { defineConfig } from 'vitest/config';
export default defineConfig({
  test: {
    include: ['*.spec.ts'],
    pool: 'forks',
    execArgv: ['--import', 'tsx', '--conditions', 'gainsay:src'],
    experimental: { viteModuleRunner: false, nodeLoader: false },
    onUnhandledError: ({ name }) => name !== 'EnvironmentTeardownError',
    setupFiles: [${JSON.stringify(join(repository, 'spec/setup.ts'))}],
  },
});
`;

/** A spec of claims about normal draws: each says that their mean lies in its band. */
export function specOf(claims: Record<string, { band: [number, number]; wrongBy?: number[]; before?: string }>): string {
  const registered = Object.entries(claims).map(
    ([id, { band, wrongBy = [50, -50], before = '' }]) => `
claim(${JSON.stringify(id)}, 'normal numbers have mean 0', {
  of: normals(0, async () => { ${before} }),
  says: mean(value).within(${band.join(', ')}),
  controls: [${wrongBy.map((by) => `instead('shifted by ${by}', normals(${by}))`).join(', ')}],
  source: 'this spec',
  because: 'by definition',
});`,
  );
  return `
import { instead, mean, quantity, Stream } from 'gainsay';
import { claim } from 'gainsay/vitest';

const value = quantity('draw', (x) => x);
const normals = (shift, before = async () => {}) => ({
  name: 'normal numbers',
  draw: async (seed, from, to) => {
    await before();
    return Array.from({ length: to - from }, (_, i) => shift + new Stream(seed, String(from + i)).normal());
  },
});
${registered.join('\n')}
`;
}
