import { setImmediate } from 'node:timers/promises';
import cliProgress from 'cli-progress';

/** Milliseconds between two lines of progress where there is no terminal to draw on. */
const WITHOUT_TERMINAL = 10_000;

/** Milliseconds of work between two looks at the world: a key is answered, and the bar moves, ten times a second. */
const SLICE = 100;

const BAR = { barsize: 20, barGlue: '', barCompleteString: '█'.repeat(20), barIncompleteString: '░'.repeat(20) };

/** All that a generator yields, `total` in number, with a bar and the time that is left on standard error. Ctrl-C ends the process with 130. */
export async function withProgress<T>(work: Iterable<T>, total: number, quiet: boolean): Promise<T[]> {
  const started = Date.now();
  const results: T[] = [];
  const bar = new cliProgress.SingleBar({
    format: (_, { progress, value }) =>
      `${cliProgress.Format.BarFormat(progress, BAR)} ${value}/${total} cells · ${left(started, progress)}`,
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: WITHOUT_TERMINAL,
    clearOnComplete: true,
    hideCursor: true,
    linewrap: false,
  });
  const interrupt = () => {
    // Takes the bar off the screen, and gives the cursor back.
    bar.stop();
    process.exit(130);
  };
  process.once('SIGINT', interrupt);
  if (!quiet) bar.start(total, 0);
  try {
    let rested = Date.now();
    for (const result of work) {
      results.push(result);
      if (Date.now() - rested < SLICE) continue;
      if (!quiet) bar.update(results.length);
      await setImmediate();
      rested = Date.now();
    }
    if (!quiet) bar.update(results.length);
    return results;
  } finally {
    bar.stop();
    process.removeListener('SIGINT', interrupt);
  }
}

function left(started: number, progress: number): string {
  const seconds = (Date.now() - started) / 1000;
  return progress > 0 ? `${Math.ceil((seconds / progress) * (1 - progress))} s left` : 'a moment';
}
