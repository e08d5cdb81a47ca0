import { describe, expect, test } from 'vitest';
import { secondMomentSpread, stdInterval } from '../../../src/audit/second-moment.ts';
import { chiSquaredCdf } from '../../../src/distribution/index.ts';
import { Stream } from '../../../src/random/index.ts';

const NORMAL = { kurtosis: 3, bound: Infinity };
const UNIFORM = { kurtosis: 1.8, bound: 3 };

describe('secondMomentSpread', () => {
  test.each([1, 2, 5, 20, 100, 1e3, 1e4, 1e5])('holds for %d normal numbers, by the law of χ²', (n) => {
    for (const alpha of [0.1, 1e-3, 1e-6]) {
      const { below, above } = secondMomentSpread(NORMAL, n, alpha);
      const outside = (below < 1 ? chiSquaredCdf(n, n * (1 - below)) : 0) + 1 - chiSquaredCdf(n, n * (1 + above));
      expect(outside).toBeLessThanOrEqual(alpha);
    }
  });

  test('is no more than 1.3 times what many normal numbers need', () => {
    // z of 1e-9 is 6.11: √(2·21.4)/6.11 = 1.07 for the tail's own bound, and the linear term.
    const { above } = secondMomentSpread(NORMAL, 1e5, 1e-9);
    expect(above / (6.11 * Math.sqrt(2 / 1e5))).toBeLessThan(1.3);
    expect(above / (6.11 * Math.sqrt(2 / 1e5))).toBeGreaterThan(1);
  });

  test.each([1, 3, 10, 40, 200])('holds for %d uniform numbers', (n) => {
    const alpha = 0.05;
    const { below, above } = secondMomentSpread(UNIFORM, n, alpha);
    const stream = new Stream(1, `uniform ${n}`);
    let outside = 0;
    for (let draw = 0; draw < 4000; draw++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += 3 * (2 * stream.uniform() - 1) ** 2;
      if (sum / n < 1 - below || sum / n > 1 + above) outside++;
    }
    // Of 4000 at 5%, 255 and more come once in 1e4.
    expect(outside).toBeLessThan(255);
  });
});

describe('stdInterval', () => {
  test('holds the std, and is wider for heavier tails', () => {
    const [normal, uniform] = [NORMAL, UNIFORM].map((tails) => stdInterval(4, tails, 1000, 1e-6));
    expect(normal.lo).toBeLessThan(2);
    expect(normal.hi).toBeGreaterThan(2);
    expect(uniform.hi - uniform.lo).toBeLessThan(normal.hi - normal.lo);
    expect([normal.method, uniform.method]).toEqual(['Laurent & Massart', 'Bernstein']);
  });

  test('holds what the spread allows, and no more', () => {
    for (const tails of [NORMAL, UNIFORM]) {
      const { below, above } = secondMomentSpread(tails, 1000, 1e-6);
      const { lo, hi } = stdInterval(4, tails, 1000, 1e-6);
      expect(4 / lo ** 2).toBeCloseTo(1 + above, 12);
      expect(4 / hi ** 2).toBeCloseTo(1 - below, 12);
    }
  });

  test('is open above where the numbers are too few', () => {
    expect(stdInterval(1, NORMAL, 3, 1e-9).hi).toBe(Infinity);
  });
});
