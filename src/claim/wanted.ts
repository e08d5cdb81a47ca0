import { verdictOf } from '../stats/index.ts';
import type { Evidence } from './judge.ts';
import type { Statement } from './statement.ts';

/** Samples are not imagined larger than this many times the one at hand. */
const FARTHEST = 64;

/**
 * How many networks would probably decide a statement that is still undecided: the sample is imagined repeated 2, 4, 8, …
 * times, at a single look; null where even 64 times the sample would not do, so close to an edge lies the estimate.
 */
export function wanted<T>(statement: Statement<T>, { sample, alpha, band, networks }: Evidence): number | null {
  let repeated = sample;
  for (let times = 2; times <= FARTHEST; times *= 2) {
    repeated = repeated.concat(repeated);
    if (verdictOf(statement.find(repeated, alpha / 2).interval, band) !== 'undecided') return times * networks;
  }
  return null;
}
