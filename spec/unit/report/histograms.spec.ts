import { describe, expect, test } from 'vitest';
import type { HistogramRecord, HistogramsRecord } from '../../../src/claim/index.ts';
import { histograms } from '../../../src/report/histograms.ts';
import { corners, type Point } from './corners.ts';
import { type Node, part, texts } from './dom.ts';
import { histograms as record } from './records.ts';

const drawn = (given: Partial<HistogramsRecord> = {}) => part(histograms({ ...record(), ...given }));
const outlines = (root: Node, colour: string) =>
  [...root.querySelectorAll('path')].filter((path) =>
    [path, ...parents(root, path)].some((node) =>
      [node.getAttribute('fill'), node.getAttribute('stroke')].includes(`var(--${colour})`),
    ),
  );
const parents = (root: Node, path: Node) =>
  [...root.querySelectorAll('g')].filter((group) => [...group.querySelectorAll('path')].includes(path));
const points = (path: Node): Point[] => corners(path.getAttribute('d') ?? '')[0];

/** The picture is 128 pixels high, of which 24 above and 20 below are words. */
const [TOP, FOOT] = [24, 108];

/** The heights of a step line over equal bins from 6 to 140, in pixels. */
function heights(line: readonly Point[], bins: number): number[] {
  return Array.from({ length: bins }, (_, bin) => {
    const middle = 6 + ((bin + 0.5) / bins) * 134;
    const i = line.findIndex(([x], j) => j + 1 < line.length && x <= middle && middle < line[j + 1][0]);
    return FOOT - line[i][1];
  });
}

/** In whole pixels. */
function proportional(found: readonly number[], wanted: readonly number[], most: number): void {
  found.forEach((height, i) => expect(Math.abs(height - ((FOOT - TOP) * wanted[i]) / most)).toBeLessThanOrEqual(0.5));
}

describe('The histograms of a network', () => {
  test('have a bar for each bin, as high as its count is beside the greatest', () => {
    const { weights, activations } = record();
    const bars = outlines(drawn(), 'measured').map(points);
    expect(bars).toHaveLength(3);
    proportional(heights(bars[0], 4), weights.counts, 7);
    proportional(heights(bars[1], 3), activations[0].counts, 5);
    proportional(heights(bars[2], 3), activations[1].counts, 9);
  });

  test('have the weights’ law on the same scale, which makes room for it', () => {
    const law = outlines(drawn(), 'theory').map(points);
    expect(law).toHaveLength(1);
    proportional(heights(law[0], 4), record().weights.expected as number[], 7);
    const weights = { ...record().weights, expected: [1, 14, 14, 1] };
    proportional(heights(points(outlines(drawn({ weights }), 'measured')[0]), 4), weights.counts, 14);
    proportional(heights(points(outlines(drawn({ weights }), 'theory')[0]), 4), weights.expected, 14);
  });

  test('say of which layer they are, and from where to where they go', () => {
    expect(texts(drawn(), 'text')).toEqual(['W, l = 1', 'h, l = 0', 'h, l = 2', '−2 … 2', '−1 … 1', '−0.1 … 0.1']);
    expect(texts(drawn(), 'figcaption small')).toEqual(['normal(mean 0, std 0.5)']);
  });

  test('have the law in their legend where one is claimed', () => {
    expect(drawn().querySelector('.legend .is-law')).not.toBeNull();
    const { expected, ...weights } = record().weights;
    expect(expected).toBeDefined();
    const root = drawn({ weights });
    expect(root.querySelector('.legend .is-law')).toBeNull();
    expect(outlines(root, 'theory')).toEqual([]);
  });

  test('leave out a layer whose numbers are all one, and are nothing where all are', () => {
    const one: HistogramRecord = { from: 0, to: 0, counts: [9] };
    const root = drawn({ activations: [{ ...one, layer: 3 }, ...record().activations] });
    expect(texts(root, 'text').filter((text) => text.startsWith('h'))).toEqual(['h, l = 0', 'h, l = 2']);
    expect(histograms({ weights: { ...one, layer: 1, law: 'zeros' }, activations: [] }).html).toBe('');
  });

  test('are level where nothing fell into any bin', () => {
    const root = drawn({ activations: [{ layer: 0, from: 0, to: 1, counts: [0, 0] }] });
    expect(
      [...root.querySelectorAll('svg *')].flatMap((node) => [...node.attributes].map(({ value }) => value)).join(),
    ).not.toMatch(/NaN|Infinity/);
  });
});
