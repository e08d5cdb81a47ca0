import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BackendName } from 'gainsay';
import { spreadOf } from './statistics.ts';
import type { Line } from './table.ts';

/** What a whole run is to stay below, in seconds. */
const LIMITS: Partial<Record<BackendName, { must: number; aim: number }>> = {
  wasm: { must: 60, aim: 25 },
  tensorflow: { must: 45, aim: 20 },
};

/** Milliseconds between two looks at the memory. */
const EVERY = 400;

/**
 * `gainsay verify` from its start to its end, all claims and controls: its time, and the most memory that the process and its
 * children shared fairly (PSS) at one moment.
 */
export async function wholeRunLines(backend: BackendName): Promise<Line[]> {
  const name = `verify on ${backend}`;
  const out = mkdtempSync(join(tmpdir(), 'gainsay-bench-'));
  const started = performance.now();
  // What `npm run verify` runs.
  const child = spawn(process.execPath, ['bin/gainsay.js', 'verify', '--quiet', '--backend', backend, '--out', out], {
    cwd: fileURLToPath(new URL('../', import.meta.url)),
    stdio: 'ignore',
  });
  let peak: number | null = null;
  const look = setInterval(() => {
    const now = memoryOf(child.pid ?? 0);
    if (now !== null) peak = Math.max(peak ?? 0, now);
  }, EVERY);
  try {
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    const seconds = spreadOf([(performance.now() - started) / 1000]);
    // The time of a run that failed is no time of a whole run.
    const failed = code === 0 ? {} : { missing: `the run ended with ${code}: run it by itself` };
    return [
      { name, unit: 's', ours: seconds, limits: LIMITS[backend] ?? {}, ...failed },
      {
        name: `${name}, peak memory`,
        unit: 'MB',
        ...(peak === null ? { missing: 'not measured: no /proc' } : { ours: spreadOf([peak]) }),
      },
    ];
  } finally {
    clearInterval(look);
    rmSync(out, { recursive: true, force: true });
  }
}

/** The proportional set size of a process and of all that descend from it, in MB. */
function memoryOf(root: number): number | null {
  try {
    const parents = new Map<number, number>();
    for (const entry of readdirSync('/proc')) {
      if (!/^\d+$/.test(entry)) continue;
      const stat = read(`/proc/${entry}/stat`);
      // The name, in brackets, may hold anything.
      if (stat) parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    }
    const family = new Set([root]);
    for (let before = 0; before < family.size;) {
      before = family.size;
      for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
    }
    const kilobytes = [...family].map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
    return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
  } catch {
    return null;
  }
}

/** A process may be gone before it is read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
