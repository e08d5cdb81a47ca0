import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeLeft } from '../../../src/cli/time-left.ts';

describe('timeLeft', () => {
  test('knows nothing before any work is done, and is nothing once all is', () => {
    expect(timeLeft(5000, 0)).toBe('a moment');
    expect(timeLeft(5000, 1)).toBe('0 s left');
  });

  test('is as long as the share that is left takes at the pace until now', () => {
    expect(timeLeft(10_000, 0.25)).toBe('30 s left');
    expect(timeLeft(10_000, 0.75)).toBe('4 s left');
  });

  test('is told in seconds below two minutes, in minutes below two hours, and then in hours, rounded up', () => {
    const half = (seconds: number) => timeLeft(1000 * seconds, 0.5);
    expect([119, 119.5, 121, 7140, 7141, 10_801].map(half)).toEqual([
      '119 s left',
      '2 min left',
      '3 min left',
      '119 min left',
      '2 h left',
      '4 h left',
    ]);
  });

  test('never promises less than there is', () => {
    const seconds = { s: 1, min: 60, h: 3600 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.double({ min: 1e-6, max: 1, noNaN: true }), (elapsed, progress) => {
        const [, count, unit] = /^(\d+) (s|min|h) left$/.exec(timeLeft(elapsed, progress)) ?? [];
        // 1 − progress is the same number; three roundings more on either side, and one of the bound: 7/2 ε.
        expect(Number(count) * seconds[unit as keyof typeof seconds]).toBeGreaterThanOrEqual(
          ((elapsed * (1 - progress)) / progress / 1000) * (1 - 4 * Number.EPSILON),
        );
      }),
      { seed: 1 },
    );
  });
});
