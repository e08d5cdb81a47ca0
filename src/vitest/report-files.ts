import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunRecord } from '../claim/index.ts';
import { html, jobSummary, junit } from '../report/index.ts';

/**
 * Writes `report.json`, `index.html` and `summary.md`, and `junit.xml` too if it is asked for; returns the page's path. A partial run
 * writes to `partial/`, beside the whole one.
 *
 * Each file is written under another name and renamed: a run that is killed leaves the last report whole.
 */
export async function writeReport(run: RunRecord, out: string, withJunit: boolean): Promise<string> {
  const folder = run.partial ? join(out, 'partial') : out;
  await mkdir(folder, { recursive: true });
  await replace(join(folder, 'report.json'), `${JSON.stringify(run, null, 1)}\n`);
  const page = join(folder, 'index.html');
  await replace(page, html(run));
  await replace(join(folder, 'summary.md'), jobSummary(run));
  if (withJunit) await replace(join(folder, 'junit.xml'), junit(run));
  return page;
}

async function replace(path: string, text: string): Promise<void> {
  const written = `${path}.${process.pid}.tmp`;
  await writeFile(written, text);
  await rename(written, path);
}
