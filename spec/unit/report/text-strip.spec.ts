import { describe, expect, test } from 'vitest';
import { textStrip } from '../../../src/report/text-strip.ts';

const at = (estimate: number, lo: number, hi: number, band: [number, number] = [-1, 1]) =>
  textStrip('supported', { estimate, lo, hi, band, predicted: NaN });

describe('A row of the forest in characters', () => {
  test('sets the interval and the estimate against the band, four columns to its half-width', () => {
    expect(at(0, -0.5, 0.5)).toBe('········[·──●──·]········');
    expect(at(2, 1.5, 2.5)).toBe('········[·······]·──●──··');
  });

  test('tells verdicts by their signs', () => {
    const of = (verdict: 'supported' | 'refuted' | 'undecided') =>
      textStrip(verdict, { estimate: 0, lo: 0, hi: 0, band: [-1, 1], predicted: NaN })[12];
    expect([of('supported'), of('refuted'), of('undecided')]).toEqual(['●', '✕', '◆']);
  });

  test('moves to the right as the estimate grows, and ends in an arrow beyond the scale', () => {
    const columns = Array.from({ length: 61 }, (_, i) => at(i / 10 - 3, NaN, NaN).indexOf('●'));
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
    expect([columns[0], columns[30], columns[60]]).toEqual([0, 12, 24]);
    expect(at(3.1, 3, 3.2)).toBe('········[·······]·······→');
    expect(at(-Infinity, -Infinity, -2)).toBe('←────···[·······]········');
  });

  test('leaves open what is open, draws a band without width as a bar, and nothing of what is not a number', () => {
    expect(at(0, -0.5, 0.5, [-Infinity, 1])).toBe('··········──●──·]········');
    expect(at(0, -0.5, 0.5, [-1, Infinity])).toBe('········[·──●──··········');
    expect(at(1, 1, 1, [0, 0])).toBe('············│···●········');
    expect(at(NaN, NaN, NaN)).toBe('········[·······]········');
  });

  test('keeps the ends of the band in sight where an interval crosses them', () => {
    expect(at(1.5, 0.5, 2.5)).toBe('········[·····──]─●────··');
  });
});
