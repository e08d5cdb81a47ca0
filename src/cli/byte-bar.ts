import cliProgress from 'cli-progress';
import { timeLeft } from './time-left.ts';

/** Milliseconds between two lines of progress where there is no terminal to draw on. */
const WITHOUT_TERMINAL = 10_000;

const BAR = { barsize: 20, barGlue: '', barCompleteString: '█'.repeat(20), barIncompleteString: '░'.repeat(20) };

/** A bar on standard error: how many bytes have been read, and the time that is left. */
export function byteBar(): cliProgress.SingleBar {
  const started = Date.now();
  return new cliProgress.SingleBar({
    format: (_, { progress, value, total }) =>
      `${cliProgress.Format.BarFormat(progress, BAR)} ${megabytes(value)} of ${megabytes(total)} · ${timeLeft(Date.now() - started, progress)}`,
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: WITHOUT_TERMINAL,
    clearOnComplete: true,
    hideCursor: true,
    linewrap: false,
  });
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
