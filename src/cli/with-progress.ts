import { setImmediate } from 'node:timers/promises';
import { cellBar } from './cell-bar.ts';

/** Milliseconds of work between two looks at the world: a key is answered, and the bar moves, ten times a second. */
const SLICE = 100;

/** All that a generator yields, `total` in number, with a bar and the time that is left on standard error. Ctrl-C ends the process with 130. */
export async function withProgress<T>(work: Iterable<T>, total: number, quiet: boolean): Promise<T[]> {
  const results: T[] = [];
  const bar = cellBar(total, () => results.length);
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
