import seedrandom from 'seedrandom';
import { labelled } from './labelled.ts';
import type { Seed } from './stream.ts';

/** The run that ends last of those that were asked for: Math.random is one for the whole process. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Runs somebody else's code with a Math.random that depends on a seed and a label only, and gives the old one back, whatever happens. One
 * such run at a time: the others wait.
 */
export function withSeededMathRandom<T>(seed: Seed, label: string, run: () => T | Promise<T>): Promise<T> {
  const turn = queue.then(async () => {
    const before = Math.random;
    seedrandom(labelled(seed, label), { global: true });
    try {
      return await run();
    } finally {
      Math.random = before;
    }
  });
  queue = turn.catch(() => {});
  return turn;
}
