import { describe, expect, test } from 'vitest';
import type { Normalised } from '../../../src/report/normalised.ts';
import { strip, stripAxis } from '../../../src/report/strip.ts';
import { corners, labels, numeric } from './corners.ts';
import { type Node, part } from './dom.ts';

const drawn = (given: Partial<Normalised> = {}, verdict: Parameters<typeof strip>[0] = 'supported'): Node =>
  part(strip(verdict, { estimate: 0, lo: -0.5, hi: 0.5, predicted: 0.25, band: [-1, 1], ...given }));

/** Where a value of the scale lies, by the labels of its axis. */
const axis = labels(part(stripAxis()));
const at = (label: string) => axis.get(label) as number;
const unit = at('1') - at('0');

/** Both the axis and the row are rounded to a tenth. */
const TENTH = 0.1 + 1e-9;
const near = (found: number, wanted: number) => expect(Math.abs(found - wanted)).toBeLessThanOrEqual(TENTH);

const path = (root: Node, stroke: string) => root.querySelector(`[stroke="${stroke}"] path`)?.getAttribute('d') ?? '';

describe('A row of the forest', () => {
  test('has its axis from −2 to 2, evenly, with 0 in the middle', () => {
    expect([...axis.keys()]).toEqual(['−2', '−1', '0', '1', '2']);
    near(at('0'), 110);
    near(at('2') - at('0'), 2 * unit);
    near(at('0') - at('−2'), 2 * unit);
    expect(unit).toBeGreaterThan(30);
  });

  test('sets band, interval, estimate and prediction on that axis', () => {
    const root = drawn({ estimate: 0, lo: -2, hi: 1, predicted: -1 });
    const rect = root.querySelector('rect');
    near(numeric(rect, 'x'), at('−1'));
    near(numeric(rect, 'x') + numeric(rect, 'width'), at('1'));
    near(numeric(root.querySelector('circle'), 'cx'), at('0'));
    near(numeric(root.querySelector('line'), 'x1'), at('−1'));
    const [[from, to]] = corners(path(root, 'var(--supported)'));
    near(from[0], at('−2'));
    near(to[0], at('1'));
    expect(from[1]).toBe(to[1]);
  });

  test('tells the verdict by a shape and by a colour, no two alike', () => {
    const shapes = (['supported', 'refuted', 'undecided'] as const).map((verdict) => {
      const root = drawn({ lo: 0, hi: 0 }, verdict);
      expect(root.querySelector(`[fill="var(--${verdict})"], [stroke="var(--${verdict})"]`)).not.toBeNull();
      const symbol = root.querySelector('circle') ? 'circle' : [...root.querySelectorAll('path')].at(-1)?.getAttribute('d');
      return symbol;
    });
    expect(shapes[0]).toBe('circle');
    expect(new Set(shapes).size).toBe(3);
    expect(shapes).not.toContain(undefined);
  });

  test('ends in an arrow, and has no mark, where the estimate lies beyond the scale', () => {
    const arrows = (estimate: number) => [...drawn({ estimate }).querySelectorAll('text')].map(({ textContent }) => textContent);
    expect([3, -3].map(arrows)).toEqual([[], []]);
    expect([3.01, Infinity].map(arrows)).toEqual([['▶'], ['▶']]);
    expect([-3.01, -Infinity].map(arrows)).toEqual([['◀'], ['◀']]);
    expect(drawn({ estimate: 3.01 }).querySelector('circle')).toBeNull();
    expect(drawn({ estimate: 3 }).querySelector('circle')).not.toBeNull();
    const [right, left] = [4, -4].map((estimate) => [...labels(drawn({ estimate })).values()][0]);
    expect(left).toBeLessThan(at('−2'));
    expect(right).toBeGreaterThan(at('2'));
  });

  test('cuts an interval off at the ends of the scale', () => {
    for (const end of [5, 1e300, Infinity]) {
      const [[from, to]] = corners(path(drawn({ lo: -end, hi: end }), 'var(--supported)'));
      near(from[0], at('0') - 3 * unit);
      near(to[0], at('0') + 3 * unit);
    }
  });

  test('has no interval where it has no length, or is not known', () => {
    expect(path(drawn({ lo: 0.5, hi: 0.5 }), 'var(--supported)')).toBe('');
    expect(path(drawn({ lo: Number.NaN, hi: 0.5 }), 'var(--supported)')).toBe('');
    // Wholly beyond the scale it is a point there, which the arrow stands for.
    expect(path(drawn({ lo: 4, hi: 5 }), 'var(--supported)')).toBe('');
  });

  test('shows the band alone where nothing was measured or predicted', () => {
    const root = drawn({ estimate: Number.NaN, lo: Number.NaN, hi: Number.NaN, predicted: Number.NaN });
    expect([...root.querySelectorAll('rect')]).toHaveLength(1);
    expect([...root.querySelectorAll('path, circle, line, text')]).toEqual([]);
  });

  test('leaves the picture where the band is open, and draws a band without width as a line', () => {
    const ends = (band: Normalised['band']) => {
      const rect = drawn({ band }).querySelector('rect');
      return [numeric(rect, 'x'), numeric(rect, 'x') + numeric(rect, 'width')];
    };
    expect(ends([-Infinity, 1])[0]).toBeLessThan(0);
    near(ends([-Infinity, 1])[1], at('1'));
    expect(ends([-1, Infinity])[1]).toBeGreaterThan(220);
    // A rectangle without width would not be drawn.
    const point = drawn({ band: [0, 0] });
    expect(point.querySelector('rect')).toBeNull();
    const line = point.querySelector('[stroke="var(--band-edge)"] line');
    near(numeric(line, 'x1'), at('0'));
    expect(numeric(line, 'x2')).toBe(numeric(line, 'x1'));
    expect([numeric(line, 'y1'), numeric(line, 'y2')].toSorted((a, b) => a - b)).toEqual([0, 22]);
  });

  test('is silent to a screen reader, for the numbers beside it say the same', () => {
    expect(drawn().querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });
});
