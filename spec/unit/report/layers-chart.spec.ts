import { describe, expect, test } from 'vitest';
import type { JsonNumber, LayersRecord, LayerRange } from '../../../src/claim/index.ts';
import { layersBands } from '../../../src/report/layers-band.ts';
import { layersChart } from '../../../src/report/layers-chart.ts';
import { logTicks } from '../../../src/report/log-axis.ts';
import { type Node, read, texts } from './dom.ts';
import { evidence, layers } from './records.ts';

const drawn = (given: Partial<LayersRecord>, statements = [evidence({ value: { en: 'something else' } })]) =>
  read(`<body>${layersChart(layers(given), statements).html}</body>`);
const ticks = (given: Partial<LayersRecord>) => texts(drawn(given), 'svg text');
const bare = (values: JsonNumber[]): Partial<LayersRecord> => ({
  median: values,
  lo: values,
  hi: values,
  single: [],
  theory: [],
  finite: null,
  printed: [],
});

describe('The chart of the layers', () => {
  test('is one image that says in words what it shows, with no labels inside', () => {
    const root = drawn({});
    const svg = root.querySelector('svg');
    expect(svg?.getAttribute('role')).toBe('img');
    expect(svg?.getAttribute('aria-label')).toBe('std over 3 layers: median 1 … 1.2; mean field 1 … 1.21');
    expect(
      [...root.querySelectorAll('svg *')].flatMap((node) => [...node.attributes]).filter(({ name }) => name.startsWith('aria')),
    ).toEqual([]);
    expect(root.querySelector('svg style')).toBeNull();
  });

  const marks = (root: Node) => [...root.querySelectorAll('.legend li')].map((node) => node.getAttribute('class'));

  test('names in its legend what there is, and only that', () => {
    expect(marks(drawn({}))).toEqual(['is-line', 'is-ribbon', 'is-thin', 'is-dashed', 'is-finite', 'is-ring']);
    expect(marks(drawn(bare([1, 2])))).toEqual(['is-line', 'is-ribbon']);
  });

  test('says how many networks the median is of, and how many in law theory’s range', () => {
    const finite = { lo: [1, 1, 1], hi: [2, 2, 2], networks: 50 };
    expect(texts(drawn({ networks: 1600, finite }), '.legend .is-line, .legend .is-finite')).toEqual(['1,600', '50']);
  });

  test('can be asked for every layer’s values, whatever was thinned for the eye', () => {
    const long = Array.from({ length: 100 }, (_, layer) => layer + 1);
    const figure = drawn(bare(long)).querySelector('figure');
    const [median] = (figure?.getAttribute('data-values') ?? '').split('|');
    expect(median.split(' ').map(Number)).toEqual(long);
    expect(figure?.getAttribute('data-names-en')).toBe('layer|median|1%|99%');
  });

  test('draws one ring for each number that the notebook printed', () => {
    expect([...drawn({}).querySelectorAll('circle')]).toHaveLength(2);
  });

  test('has a logarithmic axis where the values span more than a factor of 20, and then says so', () => {
    expect(texts(drawn(bare([1, 19])), 'figcaption')).toEqual(['std after each layer']);
    expect(texts(drawn(bare([1, 21])), 'figcaption')).toEqual(['std after each layer, on a logarithmic axis']);
    expect(ticks(bare([1, 1e30]))).toEqual(expect.arrayContaining(['1', '10¹⁰', '10²⁰', '10³⁰']));
  });

  test('leaves a gap where a value is zero on a logarithmic axis, or not finite on any', () => {
    const lines = (values: JsonNumber[]) => {
      const paths = [...drawn({ ...bare([]), median: values }).querySelectorAll('path')];
      return paths.map((path) => path.getAttribute('d') ?? '').filter((d) => /^M[^M]*[lhv][^M]*M/.test(d));
    };
    expect(lines([1, 2, 'NaN', 3, 4])).toHaveLength(1);
    expect(lines([1, 2, 0, 300, 400])).toHaveLength(1);
    expect(lines([1, 2, 2.5, 3, 4])).toHaveLength(0);
  });

  test('draws a constant in the middle', () => {
    expect(drawn(bare([2, 2])).querySelector('svg')).not.toBeNull();
  });

  test('has an axis with ticks, larger values above, however near or far apart its values are', () => {
    const least = Number.MIN_VALUE;
    const pairs = [
      [0, least],
      [0, 1e-310],
      [1e-310, 2e-310],
      [1, 1 + Number.EPSILON],
      [-1e308, 1e308],
      [1e200, 3e200],
      [1e-200, 1e-300],
    ];
    for (const values of pairs) {
      const root = drawn(bare(values));
      // Labels of this axis are centred on their ticks.
      const heights = [...root.querySelectorAll('svg text[y="0.3em"]')].map((text) =>
        Number(/,([-\d.]+)\)/.exec(text.getAttribute('transform') ?? '')?.[1]),
      );
      expect([values, heights.length > 0]).toEqual([values, true]);
      // Ticks are written from the least up.
      expect([values, heights]).toEqual([values, heights.toSorted((a, b) => b - a)]);
    }
  });

  test('counts layers in whole numbers', () => {
    const counted = (length: number) =>
      texts(drawn(bare(Array.from({ length }, (_, layer) => 1 + layer / length))), 'svg text[y="0.7em"]').filter((label) =>
        /^\d+$/.test(label),
      );
    expect([1, 2, 3, 5, 6, 11, 100].map((length) => counted(length).join(' '))).toEqual([
      '0',
      '0 1',
      '0 1 2',
      '0 1 2 3 4',
      '0 1 2 3 4 5',
      '0 2 4 6 8 10',
      '0 20 40 60 80',
    ]);
  });

  test('is a sentence where there is nothing to draw', () => {
    for (const values of [[], ['NaN'], ['Infinity', 'NaN']] as JsonNumber[][]) {
      expect(texts(drawn(bare(values)), '.note')).toEqual([
        'No layer’s std was finite in every network: there is nothing to draw.',
      ]);
    }
  });
});

describe('A band is drawn on the layers', () => {
  const band = (over: LayerRange | undefined, ends = { lo: 0.5, hi: 2 } as { lo: number | null; hi: number | null }) =>
    layersBands([evidence({ band: ends, ...(over && { over }) })], 'std');
  const std = (from: number, to = from, ln = false): LayerRange => ({ of: 'std', from, to, ln });

  test('where it is one of the std after a layer, or of its mean over some', () => {
    expect(band(std(99))).toEqual([{ from: 99, to: 99, lo: 0.5, hi: 2 }]);
    expect(band(std(20, 99))).toEqual([{ from: 20, to: 99, lo: 0.5, hi: 2 }]);
  });

  test('through the exponential, where it is one of the logarithm; an open end goes to the edge of the chart', () => {
    expect(band(std(9, 9, true), { lo: null, hi: 0 })).toEqual([{ from: 9, to: 9, lo: 0, hi: 1 }]);
    expect(band(std(9), { lo: 1, hi: null })).toEqual([{ from: 9, to: 9, lo: 1, hi: Infinity }]);
  });

  test('on the gradient’s chart, where it is one of the gradient’s std', () => {
    const over: LayerRange = { of: 'std of the gradient', from: 3, to: 3, ln: false };
    expect(layersBands([evidence({ over })], 'gradient std')).toHaveLength(1);
    expect(layersBands([evidence({ over })], 'std')).toEqual([]);
  });

  test('but not where it is one of anything else', () => {
    expect(band(undefined)).toEqual([]);
    expect(band({ ...std(9), of: 'q' })).toEqual([]);
  });

  test('and named in the legend', () => {
    expect(drawn({}, [evidence({ over: std(9) })]).querySelector('.legend .is-band')).not.toBeNull();
    expect(
      drawn({}, [evidence({ over: std(9), band: { lo: null, hi: 2 } })])
        .querySelector('rect')
        ?.getAttribute('height'),
    ).toMatch(/^[\d.]+$/);
  });
});

describe('The ticks of a logarithmic axis', () => {
  test('are round, and exactly so', () => {
    expect(logTicks(0.04, 0.7)).toEqual([0.05, 0.1, 0.2, 0.5]);
    expect(logTicks(9e-6, 2)).toEqual([1e-5, 1e-4, 1e-3, 0.01, 0.1, 1]);
  });

  test('are at most eight, however many decades there are', () => {
    for (const power of [3, 10, 30, 38, 100, 300]) {
      const { length } = logTicks(0.5, Number(`1e${power}`));
      expect(length).toBeGreaterThan(1);
      expect(length).toBeLessThanOrEqual(8);
    }
  });
});
