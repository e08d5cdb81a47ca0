import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studentQuantile } from '../../../src/distribution/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { endingAt, looks } from '../../../src/stats/index.ts';
import { CEPHES, relativeError } from '../distribution/accuracy.ts';
import { intervals } from './fixtures.ts';

describe('looks', () => {
  test('double from 8 to 256, and look k spends alpha·2⁻ᵏ', () => {
    expect(looks(0.064)).toEqual([
      { n: 8, alpha: 0.032 },
      { n: 16, alpha: 0.016 },
      { n: 32, alpha: 0.008 },
      { n: 64, alpha: 0.004 },
      { n: 128, alpha: 0.002 },
      { n: 256, alpha: 0.001 },
    ]);
  });

  test('spend less than alpha together, whatever alpha, first look and cap', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-15, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 64, max: 1e6 }),
        (alpha, first, cap) => {
          const schedule = looks(alpha, { first, cap });
          const spent = schedule.reduce((sum, look) => sum + look.alpha, 0);
          const doubles = schedule.every(({ n }, k) => n === first * 2 ** k);
          const last = schedule.at(-1)?.n ?? 0;
          return spent < alpha && doubles && last <= cap && 2 * last > cap;
        },
      ),
      { seed: 1 },
    );
  });

  test.each(intervals.studentLooks)(
    "t's half-width at alpha $alpha, look $look (n = $n) is SciPy's",
    ({ alpha, look, n, halfWidth }) => {
      const at = looks(alpha)[look - 1];
      expect(at.n).toBe(n);
      expect(relativeError(-studentQuantile(n - 1, at.alpha / 2) / Math.sqrt(n), halfWidth)).toBeLessThanOrEqual(CEPHES);
    },
  );

  test('refuse an alpha, a first look or a cap that is none', () => {
    expect(() => looks(0)).toThrow(ParameterError);
    expect(() => looks(0)).toThrow('alpha must be a number in (0, 1); got 0');
    expect(() => looks(0.1, { first: 0 })).toThrow('first must be a positive integer; got 0');
    expect(() => looks(0.1, { cap: 1.5 })).toThrow('cap must be a positive integer; got 1.5');
  });
});

describe('endingAt', () => {
  test('ends with n exactly, and begins at 8 or as soon after it as halving allows', () => {
    expect(endingAt(64)).toEqual({ first: 8, cap: 64 });
    expect(endingAt(50)).toEqual({ first: 25, cap: 50 });
    expect(endingAt(7)).toEqual({ first: 7, cap: 7 });
    expect(endingAt(96, 32)).toEqual({ first: 24, cap: 96 });
    for (let n = 1; n <= 200; n++) expect(looks(0.1, endingAt(n)).at(-1)?.n).toBe(n);
  });
});
