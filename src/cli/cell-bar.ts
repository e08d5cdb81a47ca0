import cliProgress from 'cli-progress';
import { timeLeft } from './time-left.ts';

/** Milliseconds between two lines of progress where there is no terminal to draw on. */
const WITHOUT_TERMINAL = 10_000;

const BAR = { barsize: 20, barGlue: '', barCompleteString: '█'.repeat(20), barIncompleteString: '░'.repeat(20) };

/** A bar on standard error: how many of the cells (or of what `unit` says) are done, and the time that is left, by whatever work it is told of. */
export function cellBar(cells: number, done: () => number, unit: string = 'cells'): cliProgress.SingleBar {
  const started = Date.now();
  return new cliProgress.SingleBar({
    format: (_, { progress }) =>
      `${cliProgress.Format.BarFormat(done() / cells, BAR)} ${done()}/${cells} ${unit} · ${timeLeft(Date.now() - started, progress)}`,
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: WITHOUT_TERMINAL,
    clearOnComplete: true,
    hideCursor: true,
    linewrap: false,
  });
}
