import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** How a script is run, and where. */
interface Setting {
  /** bash's own flags, the script's text after them. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Empty files that are there, for globs. */
  readonly files?: readonly string[];
}

/**
 * What a script would call with npx: bash itself expands it, in an empty folder, and finds no program there but one of that name, which
 * writes down what it is given.
 */
export function calledWithNpx(script: string, { flags = ['-c'], env = {}, files = [] }: Setting = {}): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-docs-'));
  try {
    for (const file of files) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), '');
    }
    const said = join(folder, '.said');
    writeFileSync(said, '');
    mkdirSync(join(folder, '.bin'));
    writeFileSync(join(folder, '.bin/npx'), `#!/bin/sh\nprintf '%s\\0' "$@" >> '${said}'\necho >> '${said}'\n`, { mode: 0o755 });
    const { error, signal } = spawnSync('/bin/bash', [...flags, script], {
      cwd: folder,
      env: { ...env, PATH: join(folder, '.bin') },
    });
    if (error ?? signal) throw new Error(`bash did not run: ${error?.message ?? signal}`);
    const calls = readFileSync(said, 'utf8').split('\n').slice(0, -1);
    return calls.map((call) => call.split('\0').slice(0, -1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
