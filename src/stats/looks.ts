import { positiveInteger, probability } from '../parameter.ts';

/** One peep at the growing sample: at `n` networks, spending `alpha`. */
export interface Look {
  readonly n: number;
  readonly alpha: number;
}

export interface Schedule {
  /** Networks at the first look. */
  readonly first?: number;
  /** Networks at the last look, at most. */
  readonly cap?: number;
}

/**
 * The looks of a sequential verdict: the sample doubles from one to the next, and look k spends alpha·2⁻ᵏ.
 *
 * All looks together spend less than alpha, so the verdict's error rate is alpha although we peek (Bonferroni's inequality).
 */
export function looks(alpha: number, { first = 8, cap = 256 }: Schedule = {}): Look[] {
  probability('alpha', alpha);
  positiveInteger('first', first);
  positiveInteger('cap', cap);
  const schedule: Look[] = [];
  for (let n = first, share = alpha / 2; n <= cap; n *= 2, share /= 2) schedule.push({ n, alpha: share });
  return schedule;
}

/** A schedule of doublings that ends with `n` exactly, and begins at `start` or as soon after it as it can. */
export function endingAt(n: number, start: number = 8): Schedule {
  positiveInteger('n', n);
  let first = n;
  while (first > start && first % 2 === 0) first /= 2;
  return { first, cap: n };
}
