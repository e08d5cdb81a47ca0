import seedrandom from 'seedrandom';
import { type Seed, seedAndLabel } from './stream.ts';

/** Whoever draws from Math.random() at the moment: there is one of it in a process. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs code of somebody else's whose numbers come from Math.random(), with numbers that follow from seed and label instead; afterwards,
 * whatever happens, Math.random() is what it was. One at a time: who comes meanwhile waits. Not to be called from inside `run`.
 */
export function withMathRandom<T>(seed: Seed, label: string, run: () => T | Promise<T>): Promise<T> {
  const next = turn.then(async () => {
    const { random } = Math;
    Object.assign(Math, { random: seedrandom(seedAndLabel(seed, label)) });
    try {
      return await run();
    } finally {
      Object.assign(Math, { random });
    }
  });
  turn = next.catch(() => {});
  return next;
}
