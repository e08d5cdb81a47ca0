import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

const WATCHDOG = new URL('../../../src/vitest/watchdog.ts', import.meta.url).href;

/** Runs a program that is watched, to its end. */
function run(program: string, options = '') {
  const { signal, status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', `import { watchImport, watchThread } from '${WATCHDOG}';\n${program}`],
    { timeout: 40_000, encoding: 'utf8', killSignal: 'SIGTERM', env: { ...process.env, NODE_OPTIONS: options } },
  );
  return { signal, status, stderr };
}

describe('the watchdog', () => {
  test('ends a process whose thread is held', () => {
    expect(run('watchThread(300); for (;;) {}')).toEqual({ signal: 'SIGKILL', status: null, stderr: '' });
  });

  test('lets one be that lets go of its thread, however long it works', () => {
    const busy = 'const until = Date.now() + 200; while (Date.now() < until);';
    // Longer in all than the limit, which is far above the moments between that a busy machine may stretch.
    const program = `watchThread(3000); for (let n = 0; n < 14; n++) { ${busy} await new Promise((resolve) => setTimeout(resolve, 60)); }`;
    expect(run(program)).toEqual({ signal: null, status: 0, stderr: '' });
  });

  test('lets one be where the clock on the wall jumps', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gainsay-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'jumps.cjs'), 'let now = 0; Date.now = () => (now += 1e6);');
    const busy = 'const until = performance.now() + 1000; while (performance.now() < until);';
    const program = `watchThread(5000); await new Promise((resolve) => setTimeout(resolve, 600)); ${busy}`;
    expect(run(program, `--require "${join(folder, 'jumps.cjs')}"`)).toEqual({ signal: null, status: 0, stderr: '' });
  });

  test('ends a process that reads a file without coming to its end', () => {
    const held = 'setInterval(() => {}, 1000); await new Promise(() => {});';
    expect(run(`watchImport(300); ${held}`)).toEqual({ signal: 'SIGKILL', status: null, stderr: '' });
  });

  test('lets one be that has read it', () => {
    const program = 'const read = watchImport(300); read(); await new Promise((resolve) => setTimeout(resolve, 600));';
    expect(run(program)).toEqual({ signal: null, status: 0, stderr: '' });
  });
});
