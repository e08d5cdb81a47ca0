import { type EvidenceRecord, fromJson } from '../claim/index.ts';

/** Values of a statement on the scale of its band. */
export interface Normalised {
  readonly estimate: number;
  readonly lo: number;
  readonly hi: number;
  readonly predicted: number;
  /** Ends of the band: −1 and 1, ±∞ where it is open. */
  readonly band: readonly [number, number];
}

/**
 * A statement on a scale on which all fit: its band goes from −1 to 1. Of a band with one end, that end is −1 or 1 and the estimate lies
 * as far from it as the middle would, inside or outside; a band without width is a point at 0.
 */
export function normalised(statement: Pick<EvidenceRecord, 'estimate' | 'interval' | 'band' | 'predicted'>): Normalised {
  const [lo, hi] = [fromJson(statement.band.lo ?? '-Infinity'), fromJson(statement.band.hi ?? 'Infinity')];
  const estimate = fromJson(statement.estimate);
  const scale = scaleOf(lo, hi, estimate);
  const ends = [fromJson(statement.interval.lo), fromJson(statement.interval.hi)].map(scale);
  return {
    estimate: scale(estimate),
    lo: ends[0],
    hi: ends[1],
    predicted: scale(fromJson(statement.predicted ?? 'NaN')),
    band: lo === hi ? [0, 0] : [lo === -Infinity ? -Infinity : -1, hi === Infinity ? Infinity : 1],
  };
}

/** How far an interval stays from the ends of its band, in half-widths of it; below 0 where it does not. For sorting. */
export function margin({ lo, hi, band }: Normalised): number {
  // An open end is far away, even from an interval that is open there itself.
  const below = lo === -Infinity && band[0] === -Infinity ? Infinity : lo - band[0];
  const above = hi === Infinity && band[1] === Infinity ? Infinity : band[1] - hi;
  return Math.min(below, above);
}

function scaleOf(lo: number, hi: number, estimate: number): (value: number) => number {
  const far = (end: number) => (Number.isFinite(estimate) && estimate !== end ? Math.abs(estimate - end) : 1);
  if (lo === hi) return (value) => (value === lo ? 0 : Math.sign(value - lo) * Infinity);
  if (lo === -Infinity && hi === Infinity) return () => 0;
  if (lo === -Infinity) return (value) => 1 + (value - hi) / far(hi);
  if (hi === Infinity) return (value) => -1 + (value - lo) / far(lo);
  return (value) => (2 * value - lo - hi) / (hi - lo);
}
