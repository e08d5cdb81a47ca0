import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thinned } from '../../../src/report/thinned.ts';

test('a short list is whole', () => {
  expect(thinned(5, 5)).toEqual([0, 1, 2, 3, 4]);
  expect(thinned(0, 9)).toEqual([]);
});

test('a long one has its first places, and of all of them evenly spread ones to the last', () => {
  expect(thinned(100, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 11, 22, 33, 44, 55, 66, 77, 88, 99]);
});

test('no two places are further apart than the spread asks for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 2, max: 60 }), (length, most) => {
      const places = thinned(length, most);
      expect(places[0]).toBe(0);
      expect(places[places.length - 1]).toBe(length - 1);
      expect(places.length).toBeLessThanOrEqual(most + 9);
      for (const [i, place] of places.slice(1).entries()) {
        expect(place).toBeGreaterThan(places[i]);
        expect(place - places[i]).toBeLessThanOrEqual(Math.ceil((length - 1) / (most - 1)));
      }
    }),
  );
});
