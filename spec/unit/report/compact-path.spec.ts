import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactPath } from '../../../src/report/compact-path.ts';
import { corners, type Point } from './corners.ts';

const coordinate = fc.double({ min: -2000, max: 2000, noNaN: true });
const subpath = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 30 });
const written = (points: readonly Point[]) => `M${points.map((point) => point.join(',')).join('L')}`;

/** Half a part of a unit along each axis, and the float64 sums of up to thirty steps of 4,000. */
const rounded = (parts: number) => (0.5 / parts) * Math.SQRT2 + 30 * 4000 * Number.EPSILON;

/** Distance of a point from a segment. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay));
}

test.each([10, 2, 1])('every point of a path lies on the compact one, to half of 1/%d of a unit each way', (parts) => {
  fc.assert(
    fc.property(fc.array(subpath, { minLength: 1, maxLength: 3 }), (subpaths) => {
      const compact = corners(compactPath(subpaths.map(written).join(''), parts));
      const alone = subpaths.map((points) => compactPath(written(points), parts));
      // Lines that follow one another and fall together stand once.
      const kept = alone.map((_, i) => alone.slice(1, i + 1).filter((one, j) => one !== alone[j]).length);
      expect(compact).toHaveLength((kept[kept.length - 1] ?? 0) + 1);
      subpaths.forEach((points, i) => {
        const line = compact[kept[i]];
        for (const point of points) {
          const nearest = Math.min(...line.map((corner, j) => distance(point, corner, line[j + 1] ?? corner)));
          expect(nearest).toBeLessThanOrEqual(rounded(parts));
        }
        expect(distance(points[0], line[0], line[0])).toBeLessThanOrEqual(rounded(parts));
        expect(distance(points[points.length - 1], line[line.length - 1], line[line.length - 1])).toBeLessThanOrEqual(
          rounded(parts),
        );
      });
    }),
  );
});

test('rounding does not add up over a path', () => {
  const points = Array.from({ length: 1000 }, (_, i): Point => [i * 1.04999, i % 2 === 0 ? 0 : 7]);
  const [line] = corners(compactPath(written(points)));
  expect(line[line.length - 1][0]).toBeCloseTo(999 * 1.04999, 1);
});

test('a level line is two points long, and a point that is passed twice stands once', () => {
  expect(compactPath('M0,5L1,5L2,5L3.04,5')).toBe('M0,5h3');
  expect(compactPath('M1,1L1.01,1.02L3,4')).toBe('M1,1l2 3');
});

test('numbers have no zero before the point, and no space before a minus', () => {
  expect(compactPath('M0,0L0.5,-0.5L1.5,0.25')).toBe('M0,0l.5-.5 1 .8');
});

test('gaps stay gaps, and what is closed stays closed', () => {
  expect(compactPath('M0,0L1,1M5,5L6,7')).toBe('M0,0l1 1M5,5l1 2');
  expect(compactPath('M0,0L1,1L0,2Z')).toBe('M0,0l1 1-1 1z');
});

test('a line of one point keeps its round cap', () => {
  expect(compactPath('M3,4L3.01,4')).toBe('M3,4h0');
});

test('curves are rounded, and otherwise as they were', () => {
  expect(compactPath('M0.123,0C1.26,1,2,2.04,3,3')).toBe('M0.1,0C1.3,1,2,2,3,3');
});

test('ticks that fall together stand once', () => {
  expect(compactPath('M1,1L1,9M1.04,1L1.04,9M2,1L2,9')).toBe('M1,1v8M2,1v8');
});

test('no path of three decimals, as Plot writes them, grows', () => {
  // Without a last digit of 0, which would not be written.
  const thousandth = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 9 }));
  const coordinate = thousandth.map(
    ([hundredths, last]) => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}${last}`,
  );
  const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(points, fc.constantFrom('', 'Z'), (line, end) => {
      const path = `M${line.map((point) => point.join(',')).join('L')}${end}`;
      expect(compactPath(path).length).toBeLessThanOrEqual(path.length);
    }),
  );
});
