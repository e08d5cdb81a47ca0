import { readdirSync } from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { lineY } from '@observablehq/plot';
import { controlLayers } from '../../../src/report/control-layers.ts';
import { histograms } from '../../../src/report/histograms.ts';
import { layersChart } from '../../../src/report/layers-chart.ts';
import type { Markup } from '../../../src/report/markup.ts';
import { statementFigure } from '../../../src/report/statement-figure.ts';
import { strip, stripAxis } from '../../../src/report/strip.ts';
import { svg } from '../../../src/report/svg.ts';
import { control, evidence, histograms as inside, layers } from './records.ts';

const over = { of: 'std', from: 1, to: 2, ln: false } as const;
const elsewhere = evidence({ value: { en: 'something else' } });
const bare = { single: [], theory: [], finite: null, printed: [] };
const within = { estimate: 0.25, lo: -0.5, hi: 1, predicted: 0, band: [-1, 1] } as const;

const PICTURES: Readonly<Record<string, () => Markup>> = {
  'strip-supported': () => strip('supported', within),
  'strip-refuted': () => strip('refuted', { ...within, estimate: 2, lo: 1.5, hi: 2.5 }),
  'strip-undecided': () => strip('undecided', { ...within, estimate: 0.9, lo: 0.5, hi: 1.3 }),
  'strip-clipped': () => strip('refuted', { ...within, estimate: Infinity, lo: 2, hi: Infinity }),
  'strip-open-band': () => strip('supported', { ...within, band: [-Infinity, 1] }),
  'strip-value': () => strip('supported', { estimate: 0, lo: 0, hi: 0, predicted: 0, band: [0, 0] }),
  'strip-axis': stripAxis,
  'layers-linear': () => layersChart(layers({ ...bare }), [elsewhere]),
  'layers-log': () =>
    layersChart(
      layers({ ...bare, median: [1, 1e-3, 1e-6], lo: [0.9, 5e-4, 'NaN'], hi: [1.1, 2e-3, 1e-5], theory: [1, 1e-3, 1e-6] }),
      [],
    ),
  'layers-printed': () => layersChart(layers({ finite: null, single: [] }), [elsewhere]),
  'layers-gradient': () =>
    layersChart(layers({ ...bare, of: 'gradient std', median: [8, 4, 2], lo: [7, 3, 1], hi: [9, 5, 3] }), []),
  'layers-finite-and-band': () => layersChart(layers({ printed: [] }), [evidence({ over })]),
  statement: () => statementFigure(evidence(), false),
  'statement-clipped': () =>
    statementFigure(
      evidence({
        band: { lo: null, hi: 2 },
        looks: [{ n: 4, lo: '-Infinity', hi: 'Infinity', alpha: 1e-9 }, ...evidence().looks],
      }),
      false,
    ),
  'control-layers': () => controlLayers(control(), layers()),
  'control-layers-log': () => controlLayers(control({ layers: [1, 30, 900, 'Infinity'] }), layers()),
  'histograms-with-law': () => histograms(inside()),
};

/** What Plot says of a picture that it had doubts about. */
function warnings(draw: () => Markup): string[] {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => warn.mockRestore());
  const { html } = draw();
  return [...warn.mock.calls.map((words) => words.join(' ')), ...(html.match(/⚠[^<]*/g) ?? [])];
}

/** The drawing alone, an element a line, so that a difference shows where it is. */
const drawing = ({ html }: Markup): string => `${(/<svg.*<\/svg>/s.exec(html)?.[0] ?? '').replaceAll('><', '>\n<')}\n`;

const RENEW =
  'after a change that was meant: npm run vitest run -- --project pure spec/unit/report/pictures.spec.ts -u, and look at what changed';

// Our own output, looked at and kept: it says that a picture changed, not that it is right. Coordinates are rounded (svg.ts).
describe('A picture is what it was:', () => {
  test.each(Object.entries(PICTURES))('%s', async (name, draw) => {
    expect(warnings(draw)).toEqual([]);
    const picture = drawing(draw());
    expect(picture).toMatch(/^<svg class="plot" /);
    await expect(picture, RENEW).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });

  test('and there is none that nothing draws', () => {
    const kept = readdirSync(new URL('snapshots/', import.meta.url)).map((file) => file.replace(/\.svg$/, ''));
    expect(kept.filter((name) => !(name in PICTURES))).toEqual([]);
  });

  test('and a warning of Plot’s would be seen', () => {
    const dates = ['2020-01-01', '2020-01-02'];
    expect(warnings(() => svg(null, { marks: [lineY(dates, { x: (date: string) => date, y: [1, 2] })] }))).not.toEqual([]);
  });

  test('drawn after others, as it was before: no number is counted on', () => {
    const all = () => Object.values(PICTURES).map((draw) => draw().html);
    expect(all()).toEqual(all());
  });
});
