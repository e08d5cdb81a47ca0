import { Worker } from 'node:worker_threads';

/** What an exercise may take without letting go of its thread, or before its spec is read: a whole lesson takes a seventh of it. */
export const LIMIT = 20_000;

const EVERY = 250;

// Not by the clock on the wall, which jumps where it is set, and where a laptop wakes up.
const WATCH = `
const { beat, limit, every } = require('node:worker_threads').workerData;
let [last, since] = [-1, performance.now()];
setInterval(() => {
  const now = Atomics.load(beat, 0);
  if (now !== last) [last, since] = [now, performance.now()];
  else if (performance.now() - since > limit) process.kill(process.pid, 'SIGKILL');
}, every);
`;

/**
 * Ends this process where its thread is held for 20 s: a loop that never ends leaves vitest, which asks a process politely, waiting for
 * minutes, and outlives a Ctrl-C.
 */
export function watchThread(limit: number = LIMIT): void {
  const beat = new Int32Array(new SharedArrayBuffer(4));
  setInterval(() => Atomics.add(beat, 0, 1), EVERY).unref();
  // Without what this process was started with: a thread that only counts needs no TypeScript.
  new Worker(WATCH, { eval: true, execArgv: [], workerData: { beat, limit, every: EVERY } }).unref();
}

/**
 * Ends this process 20 s from now, unless what it returns is called before: an `await` at the top of a file that never comes to an end
 * leaves vitest waiting for the tests in it, without any bound.
 */
export function watchImport(limit: number = LIMIT): () => void {
  const timer = setTimeout(() => process.kill(process.pid, 'SIGKILL'), limit).unref();
  return () => clearTimeout(timer);
}
