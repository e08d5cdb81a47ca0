import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonNumber } from '../../../src/claim/index.ts';
import { margin, normalised } from '../../../src/report/normalised.ts';
import { verdictOf } from '../../../src/stats/index.ts';
import { evidence } from './records.ts';

const statement = (estimate: number, lo: number, hi: number, band: { lo: number | null; hi: number | null }) =>
  evidence({ estimate, interval: { lo, hi, method: 't' }, band, predicted: estimate });

describe('A statement on the scale of its band', () => {
  test('has the band from −1 to 1', () => {
    expect(normalised(statement(3, 2.5, 4, { lo: 2, hi: 4 }))).toEqual({
      estimate: 0,
      lo: -0.5,
      hi: 1,
      predicted: 0,
      band: [-1, 1],
    });
  });

  test('whose band has one end lies as far from it as the middle would, inside or outside', () => {
    expect(normalised(statement(5, 4, 7, { lo: 3, hi: null }))).toEqual({
      estimate: 0,
      lo: -0.5,
      hi: 1,
      predicted: 0,
      band: [-1, Infinity],
    });
    expect(normalised(statement(5, 4, 7, { lo: null, hi: 3 }))).toEqual({
      estimate: 2,
      lo: 1.5,
      hi: 3,
      predicted: 2,
      band: [-Infinity, 1],
    });
  });

  test('whose band is a value lies at 0, or beyond all scales', () => {
    expect(normalised(statement(0, 0, 0, { lo: 0, hi: 0 }))).toEqual({ estimate: 0, lo: 0, hi: 0, predicted: 0, band: [0, 0] });
    expect(normalised(statement(-3, -3, -3, { lo: 0, hi: 0 })).estimate).toBe(-Infinity);
  });

  test('stays a number where the estimate lies on the only end', () => {
    expect(normalised(statement(3, 3, 4, { lo: 3, hi: null }))).toMatchObject({ estimate: -1, lo: -1, hi: 0 });
  });

  test('is not a number where its estimate is none', () => {
    expect(normalised(statement(Number.NaN, Number.NaN, Number.NaN, { lo: 0, hi: 1 })).estimate).toBeNaN();
  });

  test('keeps its order', () => {
    const end = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(end, end, end), fc.tuple(end, end), fc.constantFrom('both', 'lo', 'hi'), (values, ends, open) => {
        const [lo, estimate, hi] = values.toSorted((a, b) => a - b);
        const [below, above] = ends.toSorted((a, b) => a - b);
        fc.pre(below < above);
        const band = { lo: open === 'hi' ? null : below, hi: open === 'lo' ? null : above };
        const on = normalised(statement(estimate, lo, hi, band));
        expect(on.lo).toBeLessThanOrEqual(on.estimate);
        expect(on.estimate).toBeLessThanOrEqual(on.hi);
      }),
    );
  });

  test('has a margin above 0 where it is supported, and below where it is refuted', () => {
    const whole = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(fc.tuple(whole, whole), fc.tuple(whole, whole), fc.constantFrom('both', 'lo', 'hi'), (found, ends, open) => {
        const [lo, hi] = found.toSorted((a, b) => a - b);
        const [below, above] = ends.toSorted((a, b) => a - b);
        fc.pre(below < above);
        const band = { lo: open === 'hi' ? null : below, hi: open === 'lo' ? null : above };
        const on = margin(normalised(statement((lo + hi) / 2, lo, hi, band)));
        const verdict = verdictOf({ lo, hi, method: 't' }, { lo: band.lo ?? -Infinity, hi: band.hi ?? Infinity });
        // Halves and differences of small integers are exact; their quotient, of at most 160, is rounded once, and 1 taken from it.
        const rounding = 160 * Number.EPSILON;
        if (verdict === 'supported') expect(on).toBeGreaterThanOrEqual(-rounding);
        else expect(on).toBeLessThan(rounding);
      }),
    );
  });

  test('has a margin on the side of its verdict where interval and band are open, on either side or both', () => {
    const open: JsonNumber[] = ['-Infinity', -2, -1, -0.5, 0, 0.5, 1, 2, 'Infinity'];
    const ends = fc.tuple(fc.constantFrom(...open), fc.constantFrom(...open)).filter(([lo, hi]) => Number(lo) <= Number(hi));
    const bands = fc
      .tuple(fc.constantFrom(null, -1, 0), fc.constantFrom(0, 1, null))
      .map(([lo, hi]) => ({ lo, hi }))
      .filter(({ lo, hi }) => lo !== null || hi !== null);
    fc.assert(
      fc.property(ends, bands, ([lo, hi], band) => {
        // By the nearest end there is, as the middle of such an interval is not a number.
        const estimate = Number.isFinite(Number(lo)) ? lo : hi;
        const on = margin(normalised(evidence({ estimate, interval: { lo, hi, method: 't' }, band })));
        const interval = { lo: Number(lo), hi: Number(hi), method: 't' };
        const verdict = verdictOf(interval, { lo: band.lo ?? -Infinity, hi: band.hi ?? Infinity });
        // Powers of two: nothing is rounded. On the edge a margin of 0 is supported from inside, and not decided or refuted from outside.
        expect(on).not.toBeNaN();
        if (verdict === 'supported') expect(on).toBeGreaterThanOrEqual(0);
        else expect(on).toBeLessThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('has no margin where its interval is not a number', () => {
    const none = { lo: 'NaN', hi: 'NaN', method: 't' } as const;
    for (const band of [
      { lo: 0, hi: 1 },
      { lo: null, hi: 1 },
      { lo: 0, hi: null },
      { lo: 0, hi: 0 },
    ])
      expect(margin(normalised(evidence({ estimate: 'NaN', interval: none, band })))).toBeNaN();
  });
});
