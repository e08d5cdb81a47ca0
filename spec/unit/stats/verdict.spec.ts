import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../../src/stats/index.ts';

const verdict = (interval: [number, number], band: [number, number]) =>
  verdictOf({ lo: interval[0], hi: interval[1], method: '' }, { lo: band[0], hi: band[1] });

describe('verdictOf', () => {
  test.each([
    [[2, 3], 'supported', 'inside'],
    [[1, 4], 'supported', 'the band itself: its edges belong to it'],
    [[0, 0.9], 'refuted', 'below'],
    [[4.1, 5], 'refuted', 'above'],
    [[0, 1], 'undecided', 'touching the lower edge from outside'],
    [[4, 5], 'undecided', 'touching the upper edge from outside'],
    [[0, 2], 'undecided', 'across the lower edge'],
    [[3, 5], 'undecided', 'across the upper edge'],
    [[0, 5], 'undecided', 'wider than the band'],
    [[-Infinity, Infinity], 'undecided', 'that knows nothing'],
    [[Infinity, Infinity], 'refuted', 'at ∞'],
    [[-Infinity, -Infinity], 'refuted', 'at −∞'],
    [[Number.NaN, Number.NaN], 'refuted', 'that is NaN'],
    [[2, Number.NaN], 'refuted', 'with one end NaN'],
    [[Number.NaN, 3], 'refuted', 'with the other end NaN'],
  ] as [[number, number], string, string][])('of %j against [1, 4] is %s: an interval %s', (interval, expected) => {
    expect(verdict(interval, [1, 4])).toBe(expected);
  });

  test('an open band holds its own infinity, and not the other one, and never NaN', () => {
    expect(verdict([-Infinity, -Infinity], [-Infinity, 0])).toBe('supported');
    expect(verdict([Infinity, Infinity], [-Infinity, 0])).toBe('refuted');
    expect(verdict([Infinity, Infinity], [0, Infinity])).toBe('supported');
    expect(verdict([-Infinity, 1], [-Infinity, 0])).toBe('undecided');
    expect(verdict([Number.NaN, Number.NaN], [-Infinity, Infinity])).toBe('refuted');
  });

  test('a wider band turns refuted into undecided and undecided into supported, never back', () => {
    const pair = fc
      .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 9 }))
      .map(([lo, width]): [number, number] => [lo, lo + width]);
    fc.assert(
      fc.property(pair, pair, fc.integer({ min: 1, max: 5 }), (interval, band, wider) => {
        const narrow = verdict(interval, band);
        const wide = verdict(interval, [band[0] - wider, band[1] + wider]);
        const order = ['refuted', 'undecided', 'supported'];
        return order.indexOf(wide) >= order.indexOf(narrow);
      }),
      { seed: 1 },
    );
  });
});
