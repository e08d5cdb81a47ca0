import { check, type Checked, LIMITS } from '../check/index.ts';
import { loadEngine, type ModelSubject } from '../network/index.ts';
import { inputFrom } from './batch-file.ts';
import { cellBar } from './cell-bar.ts';
import type { CheckFlags } from './check-flags.ts';
import { checkSummary, runOf } from './check-record.ts';
import { rerunOf } from './check-rerun.ts';
import { checkText } from './check-text.ts';
import { EXIT } from './exit.ts';
import { modelFrom } from './model-file.ts';
import { writeFiles } from './write-files.ts';

/** Networks that a baseline is made of: twice a check's, for what it catches shrinks with their square root. */
export const FOR_BASELINE = 128;

/** Checks the model in a file, tells of it, and writes the report; returns the exit code. */
export async function checkModel(file: string, flags: CheckFlags): Promise<number> {
  const { baseline: baselineFile, update, quiet, json, seed, out } = flags;
  const before =
    baselineFile === undefined
      ? undefined
      : (await import('./baseline-file.ts')).readBaseline(baselineFile, update, Boolean(process.env['CI']));
  const records = baselineFile !== undefined && !before;
  const networks = flags.networks ?? before?.networks ?? (records ? FOR_BASELINE : LIMITS.networks);
  const subject: ModelSubject = { model: await modelFrom(file, flags.export), input: inputFrom(flags.input, flags.batch) };
  const engine = await loadEngine(flags.backend);
  const rerun = rerunOf(file, flags, engine);
  const started = Date.now();
  const until = started + 1000 * (flags.timeLimit ?? Infinity);
  const { within, dead, saturated } = flags;
  const checked = await withBar(networks, quiet, (onDraw) =>
    check(subject, engine, {
      ...{ seed, rerun, networks, within, dead, saturated, onDraw },
      ...(before && { baseline: before }),
      place: { file, line: null },
      all: records,
      ended: () => Date.now() > until,
    }),
  );
  const run = runOf(checked, seed, engine, rerun, started);
  // The charts' library is no small one: who is refused, or interrupted, does not wait for it.
  const { html, jobSummary, junit } = await import('../report/index.ts');
  const [, page] = writeFiles(out, {
    'report.json': `${JSON.stringify(run, null, 1)}\n`,
    'index.html': html(run),
    'summary.md': jobSummary(run),
    'junit.xml': junit(run),
  });
  const told = json
    ? JSON.stringify(run, null, 1)
    : [checkText(run, quiet), ...(quiet ? [] : [checkSummary(run, page)])].join('\n');
  if (told) console.log(told);
  if (run.networks < networks && Date.now() > until) {
    console.error(`gainsay: the time limit of ${flags.timeLimit} s ended it at ${run.networks} networks`);
  }
  if (records) {
    const { recordBaseline } = await import('./check-baseline.ts');
    const words = recordBaseline(baselineFile, checked, seed, engine, rerun);
    if (!quiet) console.error(words);
  }
  // Loads no vitest: only what GitHub is told.
  const { tellGitHub } = await import('../vitest/github.ts');
  tellGitHub(run, process.env, json ? console.error : console.log);
  return run.ok ? EXIT.done : EXIT.refuted;
}

/** With a bar on standard error; Ctrl-C takes it away and ends the process with 130. */
async function withBar(
  networks: number,
  quiet: boolean,
  work: (onDraw: (drawn: number) => void) => Promise<Checked>,
): Promise<Checked> {
  let done = 0;
  const bar = cellBar(networks, () => done, 'networks');
  const interrupt = () => {
    bar.stop();
    process.exit(130);
  };
  process.once('SIGINT', interrupt);
  if (!quiet) bar.start(networks, 0);
  try {
    return await work((drawn) => {
      done = drawn;
      if (!quiet) bar.update(drawn);
    });
  } finally {
    bar.stop();
    process.removeListener('SIGINT', interrupt);
  }
}
