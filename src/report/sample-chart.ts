import { dot, link, type Markish, rect, ruleX } from '@observablehq/plot';
import { type EvidenceRecord, fromJson } from '../claim/index.ts';
import { band as bandText, interval as intervalText, number, subjectOf } from './format.ts';
import { legend } from './legend.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { svg } from './svg.ts';
import { typeset } from './typeset.ts';

/** A statement on a line of its values: each network's, their estimate with its interval, what was predicted, and the band. */
export function sampleChart(statement: EvidenceRecord): Markup {
  const { value, kind } = statement;
  const sample = statement.sample.map(fromJson).filter(Number.isFinite);
  const [estimate, lo, hi] = [statement.estimate, statement.interval.lo, statement.interval.hi].map(fromJson);
  const predicted = statement.predicted === null ? NaN : fromJson(statement.predicted);
  const band = {
    lo: statement.band.lo === null ? -Infinity : fromJson(statement.band.lo),
    hi: statement.band.hi === null ? Infinity : fromJson(statement.band.hi),
  };
  const seen = [...sample, estimate, lo, hi, predicted, band.lo, band.hi].filter(Number.isFinite);
  const [left, right] = [Math.min(...seen), Math.max(...seen)];
  // All in one point, or nowhere: the table says as much in fewer signs.
  if (!(left < right)) return EMPTY;
  const more = 0.05 * (right - left);
  const [from, to] = [left - more, right + more];
  const within = (end: number) => Math.min(Math.max(end, from), to);
  const finite = (end: number) => (Number.isFinite(end) ? [end] : []);
  const marks: Markish[] = [
    rect([band], { x1: within(band.lo), x2: within(band.hi), y1: 0, y2: 1, fill: 'var(--band)' }),
    ruleX([band.lo, band.hi].filter(Number.isFinite), { y1: 0, y2: 1, stroke: 'var(--band-edge)', strokeWidth: 1.5 }),
    ruleX(sample, { y1: 0.6, y2: 0.92, stroke: 'var(--measured)', strokeOpacity: 0.55, strokeWidth: 1.3 }),
    link(Number.isNaN(lo) || Number.isNaN(hi) ? [] : [0], {
      x1: within(lo),
      x2: within(hi),
      y1: 0.3,
      y2: 0.3,
      stroke: 'var(--measured)',
      strokeWidth: 3,
    }),
    dot(finite(estimate), { y: 0.3, r: 5.5, fill: 'var(--measured)' }),
    dot(finite(predicted), { y: 0.3, r: 5.5, symbol: 'diamond', fill: 'var(--card)', stroke: 'var(--theory)', strokeWidth: 2 }),
  ];
  const label = `${subjectOf(value)}: ${number(statement.estimate)}, interval ${intervalText(statement.interval)}, band ${bandText(statement.band)}`;
  const chart = svg(label, {
    width: 400,
    height: 120,
    marginTop: 6,
    marginBottom: 40,
    marginLeft: 26,
    marginRight: 26,
    x: { domain: [from, to], label: null, ticks: 4, tickFormat: (tick: number) => number(tick) },
    y: { domain: [0, 1], axis: null },
    marks,
  });
  return markup`<figure class="sample"><figcaption>${typeset(subjectOf(value))}</figcaption>
${chart}
${legend([
  ...(sample.length > 0 && kind !== 'distribution' ? [['ticks', 'networks'] as const] : []),
  ['bar', 'estimate, interval'],
  ...(Number.isFinite(predicted) ? [['diamond', 'predicted'] as const] : []),
  ['band', 'band'],
])}</figure>`;
}
