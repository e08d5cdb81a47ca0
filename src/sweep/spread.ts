import { mean, quantileSorted, sampleStandardDeviation } from 'simple-statistics';
import { type JsonNumber, jsonNumber } from '../claim/index.ts';

/** Where one quantity of the networks of a cell ended, and how it came there. */
export interface Spread {
  /** Over the networks at the end of the way. */
  readonly end: {
    readonly median: JsonNumber;
    readonly lo: JsonNumber;
    readonly hi: JsonNumber;
    /** Those that have such a value. */
    readonly networks: number;
  };
  /** ln of end over beginning, a layer: its mean over the networks where it is finite, and the standard error of that. */
  readonly growth: { readonly mean: JsonNumber; readonly standardError: JsonNumber; readonly networks: number };
}

/** What `lo` and `hi` of a spread are: with fewer than a hundred networks a percentile is hardly more than the extreme. */
export type Range = '1–99%' | 'min–max';
export const rangeOf = (networks: number): Range => (networks >= 100 ? '1–99%' : 'min–max');

/**
 * The spread of a quantity over networks.
 *
 * @param ends of those networks that have an end; one that overflowed on the way ends at ∞, beyond all others.
 * @param growths ln(end/beginning)/depth of each.
 */
export function spread(ends: readonly number[], growths: readonly number[], range: Range): Spread {
  const [p, q] = range === '1–99%' ? [0.01, 0.99] : [0, 1];
  const there = ends.filter((end) => !Number.isNaN(end)).toSorted((a, b) => a - b);
  const at = (share: number) => jsonNumber(there.length === 0 ? Number.NaN : quantileOf(there, share));
  const finite = growths.filter(Number.isFinite);
  const n = finite.length;
  return {
    end: { median: at(0.5), lo: at(p), hi: at(q), networks: there.length },
    growth: {
      mean: jsonNumber(n === 0 ? Number.NaN : mean(finite)),
      standardError: jsonNumber(n < 2 ? Number.NaN : sampleStandardDeviation(finite) / Math.sqrt(n)),
      networks: n,
    },
  };
}

/** R-7; between ∞ and ∞ there is no number but ∞ to interpolate. */
function quantileOf(sorted: readonly number[], share: number): number {
  const value = quantileSorted([...sorted], share);
  return Number.isNaN(value) ? Infinity : value;
}
