import type { Band, Interval } from './interval.ts';

/** What an interval says of a band: inside it, outside it, or across an edge. */
export type Verdict = 'supported' | 'refuted' | 'undecided';

/**
 * *supported* if the interval lies inside the band (an equivalence test by two one-sided tests, Schuirmann 1987), *refuted* if
 * it lies outside, *undecided* if it straddles an edge. NaN lies in no band.
 */
export function verdictOf(interval: Interval, band: Band): Verdict {
  if (Number.isNaN(interval.lo) || Number.isNaN(interval.hi)) return 'refuted';
  if (interval.hi < band.lo || interval.lo > band.hi) return 'refuted';
  return interval.lo >= band.lo && interval.hi <= band.hi ? 'supported' : 'undecided';
}
