import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { JsonNumber, LayersRecord } from '../../../src/claim/index.ts';
import { controlLayers } from '../../../src/report/control-layers.ts';
import { histograms } from '../../../src/report/histograms.ts';
import { layersChart } from '../../../src/report/layers-chart.ts';
import type { Markup } from '../../../src/report/markup.ts';
import { normalised } from '../../../src/report/normalised.ts';
import { statementFigure } from '../../../src/report/statement-figure.ts';
import { strip } from '../../../src/report/strip.ts';
import { part } from './dom.ts';
import { control, evidence, histograms as inside, layers } from './records.ts';

/** What JSON can hold, the extremes often: a record may come from anywhere. */
const finite = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 2, noNaN: true }),
  fc.constantFrom(0, -0, 1, -1, Number.MIN_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE),
);
const number = fc.oneof({ arbitrary: finite, weight: 4 }, fc.constantFrom<JsonNumber>('NaN', 'Infinity', '-Infinity'));
const end = fc.oneof(number, fc.constant(null));
const list = fc.array(number, { maxLength: 6 });
const verdict = fc.constantFrom('supported', 'refuted', 'undecided');

const statement = fc
  .record({
    verdict,
    estimate: number,
    predicted: end,
    interval: fc.record({ lo: number, hi: number, method: fc.constant('t') }),
    band: fc.record({ lo: end, hi: end }),
    looks: fc.array(fc.record({ n: fc.nat(), lo: number, hi: number, alpha: fc.constant(1e-9) }), { maxLength: 3 }),
    sample: list,
  })
  .map(evidence);

const layered = (of: LayersRecord['of']) =>
  fc
    .record({
      of: fc.constant(of),
      median: list,
      lo: list,
      hi: list,
      single: fc.array(list, { maxLength: 2 }),
      theory: list,
      finite: fc.oneof(fc.constant(null), fc.record({ lo: list, hi: list, networks: fc.nat() })),
      printed: fc.array(finite, { maxLength: 3 }),
    })
    .map(layers);

/** What a browser would refuse of a drawing; its label is words. */
function broken(markup: Markup): string[] {
  return [...part(markup).querySelectorAll('svg, svg *')].flatMap((node) =>
    [...node.attributes]
      .filter(({ name, value }) => !/label/.test(name) && /NaN|Infinity|undefined|null/.test(value))
      .map(({ name, value }) => `${node.localName} ${name}=${value}`),
  );
}

/** Plot draws a hundred pictures a second, or fewer. */
const RUNS = { numRuns: 150 };

describe('Whatever numbers are in the record, every drawing is made of numbers:', () => {
  test('a statement, and its row in the forest', () => {
    fc.assert(
      fc.property(statement, (one) => {
        expect(broken(statementFigure(one, false))).toEqual([]);
        expect(broken(strip(one.verdict, normalised(one)))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('the layers, with a statement’s band', () => {
    const over = fc.record({
      of: fc.constant('std'),
      from: fc.integer({ min: 0, max: 5 }),
      to: fc.integer({ min: 0, max: 5 }),
      ln: fc.boolean(),
    });
    fc.assert(
      fc.property(layered('std'), statement, over, (record, one, range) => {
        expect(broken(layersChart(record, [{ ...one, over: range }]))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a control’s layers beside the claim’s', () => {
    fc.assert(
      fc.property(list, layered('std'), (values, claimed) => {
        expect(broken(controlLayers(control({ layers: values }), claimed))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('histograms', () => {
    const one = fc.record({ from: finite, to: finite, counts: fc.array(fc.nat(), { maxLength: 4 }) });
    const expected = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 4 });
    fc.assert(
      fc.property(one, expected, fc.array(one, { maxLength: 2 }), (weights, law, activations) => {
        const record = {
          weights: { ...inside().weights, ...weights, expected: law },
          activations: activations.map((activation, layer) => ({ ...activation, layer })),
        };
        expect(broken(histograms(record))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('and Plot warns of none of them', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    onTestFinished(() => warn.mockRestore());
    fc.assert(
      fc.property(statement, layered('gradient std'), (one, record) => {
        const drawn = [statementFigure(one, false), layersChart(record, []), strip(one.verdict, normalised(one))];
        for (const { html } of drawn) expect(html).not.toContain('⚠');
      }),
      RUNS,
    );
    expect(warn).not.toHaveBeenCalled();
  });
});
