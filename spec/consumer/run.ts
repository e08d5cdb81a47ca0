import { spawn } from 'node:child_process';

/** What a finished program left behind. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program as somebody would who has just opened a terminal: nothing of npm's, vitest's or this run's settings reaches it. */
export function run(
  cwd: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const clean = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|GAINSAY_|GITHUB_|VITEST|TEST$|FORCE_COLOR|NODE_|INIT_CWD|LANG|LC_)/i.test(name),
  );
  const child = spawn(program, args, {
    cwd,
    // What npm warns of in somebody's own configuration would stand beside what npx runs.
    env: { ...Object.fromEntries(clean), NO_COLOR: '1', npm_config_loglevel: 'error', GAINSAY_BACKEND: 'wasm', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}
