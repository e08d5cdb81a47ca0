import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overflowLayer } from '../../../src/theory/index.ts';
import { theory } from './fixtures.ts';

describe('overflowLayer', () => {
  test.each(theory.overflow)('is $layer at width $n', ({ n, layer }) => {
    expect(overflowLayer(n)).toBe(layer);
  });

  test('is the first layer l with √n^(l+1) ≥ 2¹²⁸, at any width', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 2, max: 1e6 }),
          fc.integer({ min: 1, max: 40 }).map((k) => 2 ** k),
        ),
        (n) => {
          const layer = overflowLayer(n);
          const fits = (l: number) => BigInt(n) ** BigInt(l + 1) < 2n ** 256n;
          return !fits(layer) && (layer === 0 || fits(layer - 1));
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  test('is 255 at width 256 in float64, and the first layer l with √n^(l+1) ≥ 2¹⁰²⁴ at any width', () => {
    expect(overflowLayer(256, 'float64')).toBe(255);
    for (const n of [2, 3, 4, 10, 255, 257, 400, 65536, 1e6]) {
      const layer = overflowLayer(n, 'float64');
      const fits = (l: number) => BigInt(n) ** BigInt(l + 1) < 2n ** 2048n;
      expect([fits(layer - 1), fits(layer)], `n ${n}`).toEqual([true, false]);
    }
  });

  test('of the squares is 15 at width 256, whose std goes on to 31: a float32 sum of them would move the index', () => {
    // (16^(l+1))² = √(256²)^(l+1), and 256¹⁶ = 2¹²⁸.
    expect([overflowLayer(256 ** 2), overflowLayer(256)]).toEqual([15, 31]);
  });

  test('is ∞ at width 1, which never grows', () => {
    expect(overflowLayer(1)).toBe(Infinity);
  });

  test('wants a width and a format', () => {
    expect(() => overflowLayer(0)).toThrow('n must be a positive integer; got 0');
    expect(() => overflowLayer(256, 'float16' as 'float32')).toThrow('format must be one of float32, float64; got "float16"');
  });
});
