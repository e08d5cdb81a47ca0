import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactPath } from '../../../src/report/compact-path.ts';

type Point = readonly [number, number];

/** The corners of a path in the compact form, subpath by subpath. */
function corners(path: string): Point[][] {
  return [...path.matchAll(/M([^M]*)/g)].map(([, body]) => {
    const [, x0, y0, rest] = /^(-?[\d.]+),(-?[\d.]+)(.*)$/.exec(body) as unknown as [string, string, string, string];
    let [x, y] = [Number(x0), Number(y0)];
    const all: Point[] = [[x, y]];
    for (const [, command, digits] of rest.matchAll(/([lhv])([^lhvz]*)/g)) {
      const numbers = [...digits.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
      while (numbers.length > 0) {
        if (command !== 'v') x += numbers.shift() as number;
        if (command !== 'h') y += numbers.shift() as number;
        all.push([x, y]);
      }
    }
    return all;
  });
}

const coordinate = fc.double({ min: -2000, max: 2000, noNaN: true });
const subpath = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 30 });
const written = (points: readonly Point[]) => `M${points.map((point) => point.join(',')).join('L')}`;

/** Half a tenth along each axis, and the float64 sums of up to thirty steps of 4,000. */
const ROUNDED = 0.05 * Math.SQRT2 + 30 * 4000 * Number.EPSILON;

/** Distance of a point from a segment. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay));
}

test('every point of a path lies on the compact one, to a twentieth of a unit each way', () => {
  fc.assert(
    fc.property(fc.array(subpath, { minLength: 1, maxLength: 3 }), (subpaths) => {
      const compact = corners(compactPath(subpaths.map(written).join('')));
      const alone = subpaths.map((points) => compactPath(written(points)));
      // Lines that follow one another and fall together stand once.
      const kept = alone.map((_, i) => alone.slice(1, i + 1).filter((one, j) => one !== alone[j]).length);
      expect(compact).toHaveLength((kept[kept.length - 1] ?? 0) + 1);
      subpaths.forEach((points, i) => {
        const line = compact[kept[i]];
        for (const point of points) {
          const nearest = Math.min(...line.map((corner, j) => distance(point, corner, line[j + 1] ?? corner)));
          expect(nearest).toBeLessThanOrEqual(ROUNDED);
        }
        expect(distance(points[0], line[0], line[0])).toBeLessThanOrEqual(ROUNDED);
        expect(distance(points[points.length - 1], line[line.length - 1], line[line.length - 1])).toBeLessThanOrEqual(ROUNDED);
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
