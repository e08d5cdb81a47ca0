import { describe, expect, test } from 'vitest';
import { tanh } from '../../../src/activation/index.ts';
import { type SweepMap, sweepPage } from '../../../src/report/index.ts';
import { CLASSES } from '../../../src/report/phase-class.ts';
import { facetsOf, layoutOf } from '../../../src/report/sweep-map.ts';
import { measuresOf } from '../../../src/report/sweep-measure.ts';
import { type CellRecord, cellAt, cellCount, gridOf, SWEEP_SCHEMA, type Spread } from '../../../src/sweep/index.ts';
import { edgeLine } from '../../../src/theory/index.ts';
import { type Node, read, texts } from './dom.ts';

const growing = (mean: Spread['growth']['mean']): Spread => ({
  end: { median: 0.5, lo: 0.25, hi: 0.75, networks: 8 },
  growth: { mean, standardError: 0.001, networks: 8 },
});

/** A sweep whose cells all showed the same, unless it is said otherwise. */
function mapOf(given: object, of: (index: number) => Partial<CellRecord> = () => ({}), edges: SweepMap['edges'] = {}): SweepMap {
  const grid = gridOf({ networks: 8, ...given });
  const cells = cellCount(grid);
  const records = Array.from({ length: cells }, (_, index): CellRecord => ({
    ...cellAt(grid, index),
    networks: 8,
    sampler: 'law',
    range: 'min–max',
    std: growing(-0.01),
    secondMoment: growing(-0.02),
    cosine: growing(-0.1),
    gradientStd: growing(0.05),
    nonFinite: 0,
    dead: 0,
    theory: { sigmaW: 1, fate: 'settles', q: 1, chi1: Math.exp(0.1), phase: 'chaotic' },
    ...of(index),
  }));
  const header = { schema: SWEEP_SCHEMA, version: '0.1.0', seed: '<1>', sampler: 'law', backend: null, cells, grid } as const;
  return { header, records, edges };
}

const plane = { activation: 'tanh', sigmaW: '1,1.5,2', sigmaB: '0,0.3' };
const fills = (figure: Node) =>
  [...figure.querySelectorAll('rect')].map((one) => one.getAttribute('fill') ?? one.getAttribute('style'));

describe('The colour of a cell', () => {
  const [gradient, signal, cosine] = measuresOf(mapOf(plane).records);
  const [record] = mapOf(plane).records;

  test('is the class of the layers over which the second moment changes by e, as in the phase diagram', () => {
    const at = (layers: number, sign: 1 | -1) => gradient.colour({ ...record, gradientStd: growing(sign / layers / 2) });
    expect([0.5, 1.5, 3, 7, 15, 30, 60].map((layers) => at(layers, 1))).toEqual(CLASSES.map((_, i) => `chaotic-${i}`));
    expect([0.5, 1.5, 3, 7, 15, 30, 60].map((layers) => at(layers, -1))).toEqual(CLASSES.map((_, i) => `ordered-${i}`));
    expect(signal.colour({ ...record, std: growing(1 / 3 / 2) })).toBe('chaotic-2');
    expect(signal.colour({ ...record, std: growing(0) })).toBe('ordered-6');
  });

  test('of the cosine is the darker the more alike inputs are', () => {
    const at = (median: number) =>
      cosine.colour({ ...record, cosine: { ...growing(0), end: { median, lo: 0, hi: 1, networks: 8 } } });
    expect([-0.01, 0.2, 0.4, 0.6, 0.8, 0.95, 1].map(at)).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `ordered-${i}`));
  });

  test('says that most networks overflowed, and that nothing is left', () => {
    for (const measure of [gradient, signal, cosine]) {
      expect(measure.colour({ ...record, nonFinite: 0.75 })).toBe('explodes');
      expect(measure.colour({ ...record, gradientStd: growing('NaN'), std: growing('NaN'), cosine: null })).toBe('dead');
    }
  });
});

describe('The page of a sweep', () => {
  test('loads nothing, runs nothing, and escapes what it is given', () => {
    const page = sweepPage(mapOf(plane));
    const root = read(page);
    expect(root.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    expect(root.querySelector('script, link, img')).toBeNull();
    expect(page).not.toMatch(/(?:src|href)=|url\(/);
    expect(page).toContain('seed &lt;1&gt;');
  });

  test('is the same bytes for the same results', () => {
    const map = mapOf(plane, undefined, { tanh: edgeLine(tanh) });
    expect(sweepPage(map)).toBe(sweepPage(map));
  });

  test('has a row for every cell, with what was measured and what theory says', () => {
    const root = read(sweepPage(mapOf(plane, (i) => ({ nonFinite: i / 8 }))));
    const rows = [...root.querySelectorAll('tbody tr')];
    expect(rows).toHaveLength(6);
    expect(texts(root, 'thead th').slice(0, 3)).toEqual(['σw', 'σb', 'std at the end']);
    expect(texts(rows[3], 'td')).toEqual([
      '1.5',
      '0.3',
      '0.5 [0.25, 0.75]',
      '−0.01 ± 0.001',
      '0.5 [0.25, 0.75]',
      '0.05 ± 0.001',
      '0.05',
      '37.5%',
      '0',
      'in law',
    ]);
  });

  test('draws σ_w and σ_b as a plane, each cell halfway to its neighbours, with the edge of chaos in it', () => {
    const edge = mapOf(plane, undefined, { tanh: edgeLine(tanh) });
    const [gradient, signal, cosine] = read(sweepPage(edge)).querySelectorAll('figure');
    expect([...gradient.querySelectorAll('rect title')].map((title) => title.textContent)).toContain(
      'σw 1.5, σb 0.3: 0.05 ± 0.001',
    );
    const spans = [...gradient.querySelectorAll('rect')].map((rect) => Number(rect.getAttribute('width')));
    // 1 to 1.25, 1.25 to 1.75, 1.75 to 2.25 and, before the first, as far again: 400 − 56 − 14 units for 0.75 to 2.25.
    for (const width of spans) expect(width).toBeCloseTo(330 / 3, 1);
    // The edge of tanh begins at σ_w = 1, σ_b = 0, a sixth of the way across and at the foot.
    const line = (figure: Node) =>
      [...figure.querySelectorAll('path')].map((path) => path.getAttribute('d') ?? '').find((d) => d.length > 40);
    expect(line(gradient)).toMatch(/^M111,252/);
    expect(line(cosine)).toBe(line(gradient));
    expect(line(signal)).toBeUndefined();
  });

  test('has small multiples over the axes that are left, and names beside their rows', () => {
    const given = {
      activation: 'tanh,relu',
      init: 'orthogonal_,xavier_uniform_:gain=1.6666666666666667',
      depth: '5,10',
      batch: '1,2',
    };
    const map = mapOf(given);
    expect(layoutOf(map.header.grid)).toEqual({ x: 'depth', y: 'init', others: ['batch', 'activation'] });
    const root = read(sweepPage(map));
    expect(texts(root, 'article:first-child figcaption')).toEqual([
      'batch 1, tanh',
      'batch 2, tanh',
      'batch 1, relu',
      'batch 2, relu',
    ]);
    const [figure] = root.querySelectorAll('figure');
    expect(fills(figure)).toHaveLength(4);
    expect(figure.textContent).toContain('gain=1.6667');
    expect(figure.querySelector('svg')?.getAttribute('aria-label')).toMatch(/batch 1, tanh\. The table below has the numbers\.$/);
  });

  test('keeps values apart that look alike to five digits', () => {
    const map = mapOf({ activation: 'tanh', sigmaW: '1.000001,1.000002', depth: '1.5e1,20', width: '8,9' });
    expect(facetsOf(map.records, layoutOf(map.header.grid)).map(({ records }) => records.length)).toEqual([4, 4]);
    expect(fills([...read(sweepPage(map)).querySelectorAll('figure')][0])).toHaveLength(4);
  });

  test('draws one axis as one row, and one cell not at all', () => {
    const one = read(sweepPage(mapOf({ activation: 'tanh', sigmaW: '1,2,3' })));
    expect(fills([...one.querySelectorAll('figure')][0])).toHaveLength(3);
    const single = read(sweepPage(mapOf({ activation: 'tanh', sigmaW: 1 })));
    expect(single.querySelector('figure')).toBeNull();
    expect([...single.querySelectorAll('tbody tr')]).toHaveLength(1);
  });

  test('says what it leaves out where there is too much to show', () => {
    const root = read(sweepPage(mapOf({ activation: 'tanh', sigmaW: '1..2:10', sigmaB: '0..1:10', depth: '1..30:30' })));
    expect([...root.querySelectorAll('article:first-child figure')]).toHaveLength(24);
    expect(texts(root, '.note')).toContain('6 more pictures of this kind: the table goes on.');
    expect([...root.querySelectorAll('tbody tr')]).toHaveLength(2000);
    expect(texts(root, '.note').at(-1)).toBe('1,000 more cells: the results file has them all.');
  });
});
