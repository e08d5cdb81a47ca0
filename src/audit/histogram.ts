import type { HistogramRecord } from '../claim/index.ts';
import type { Sample } from './sample.ts';

const BARS = 41;

/**
 * Numbers over equal bins between plus and minus the largest, and how many a law expects in each. What is known of the numbers is in which of the
 * bfloat16 bins they lie: each of those is spread over the bars that it reaches into.
 */
export function histogramOf({ signed, n, largest }: Sample, cdf: ((x: number) => number) | null): HistogramRecord | null {
  if (n === 0 || !(largest > 0) || !Number.isFinite(largest)) return null;
  const width = (2 * largest) / BARS;
  const heights = new Float64Array(BARS);
  const spread = (count: number, from: number, to: number) => {
    const [low, high] = [Math.max(-largest, from), Math.min(largest, to)];
    const bar = (x: number) => Math.min(BARS - 1, Math.max(0, Math.floor((x + largest) / width)));
    const [first, last] = [bar(low), bar(high)];
    for (let at = first; at <= last; at++) {
      const inside = Math.min(high, (at + 1) * width - largest) - Math.max(low, at * width - largest);
      heights[at] += high > low ? (count * Math.max(0, inside)) / (high - low) : count / (last - first + 1);
    }
  };
  signed.counts.forEach((count, bin) => spread(count, signed.from[bin], signed.to[bin]));
  const edge = (bar: number) => bar * width - largest;
  return {
    from: -largest,
    to: largest,
    counts: Array.from(heights, (height) => Math.round(height)),
    ...(cdf && {
      expected: Array.from({ length: BARS }, (_, bar) => Number((n * (cdf(edge(bar + 1)) - cdf(edge(bar)))).toPrecision(4))),
    }),
  };
}
