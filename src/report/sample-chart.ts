import { dot, link, type Markish, rect, ruleX } from '@observablehq/plot';
import { type EvidenceRecord, fromJson } from '../claim/index.ts';
import { band as bandText, count, interval as intervalText, number, subjectOf } from './format.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { svg } from './svg.ts';
import { typeset } from './typeset.ts';

/** A statement on a line of its values: each network's, their estimate with its interval, what was predicted, and the band. */
export function sampleChart(statement: EvidenceRecord): Markup {
  const values = statement.sample.map(fromJson);
  const sample = values.filter(Number.isFinite);
  const [estimate, lo, hi] = [statement.estimate, statement.interval.lo, statement.interval.hi].map(fromJson);
  const predicted = fromJson(statement.predicted ?? 'NaN');
  const band = [fromJson(statement.band.lo ?? '-Infinity'), fromJson(statement.band.hi ?? 'Infinity')];
  const measured = [...sample, estimate].filter(Number.isFinite);
  const shown = [...measured, lo, hi, predicted, ...band].filter(Number.isFinite);
  const [left, right] = [Math.min(...shown), Math.max(...shown)];
  // Nothing measured, or all in one point: the table says as much in fewer signs.
  if (measured.length === 0 || left === right) return EMPTY;

  const more = 0.05 * (right - left);
  const [from, to] = [left - more, right + more];
  const inside = (end: number) => Math.min(Math.max(end, from), to);
  const finite = (ends: number[]) => ends.filter(Number.isFinite);
  const height = sample.length > 0 ? 0.3 : 0.5;
  const marks: Markish[] = [
    rect([0], { x1: inside(band[0]), x2: inside(band[1]), y1: 0, y2: 1, fill: 'var(--band)' }),
    ruleX(finite(band), { y1: 0, y2: 1, stroke: 'var(--band-edge)', strokeWidth: 1.5 }),
    ruleX(sample, { y1: 0.6, y2: 0.92, stroke: 'var(--measured)', strokeOpacity: 0.55, strokeWidth: 1.3 }),
    link(Number.isNaN(lo) || Number.isNaN(hi) ? [] : [0], {
      x1: inside(lo),
      x2: inside(hi),
      y1: height,
      y2: height,
      stroke: 'var(--measured)',
      strokeWidth: 3,
    }),
    dot(finite([estimate]), { x: (end: number) => end, y: height, r: 5.5, fill: 'var(--measured)' }),
    ruleX(finite([predicted]), { y1: 0, y2: 1, stroke: 'var(--theory)', strokeWidth: 2, strokeDasharray: '5 3' }),
  ];
  const words = `${subjectOf(statement.value.en)}: ${number(statement.estimate)}, interval ${intervalText(statement.interval)}, band ${bandText(statement.band)}`;
  const chart = svg(words, {
    width: 400,
    height: sample.length > 0 ? 112 : 84,
    marginTop: 4,
    marginBottom: 32,
    marginLeft: 26,
    marginRight: 26,
    x: { domain: [from, to], label: null, ticks: 4, tickFormat: (tick: number) => number(tick) },
    y: { domain: [0, 1], axis: null },
    marks,
  });
  const missing = values.length - sample.length;
  const note = missing > 0 ? markup` <small>${count(missing)} of ${count(values.length)} are not finite</small>` : EMPTY;
  return markup`<figure class="sample"><figcaption>${typeset(subjectOf(statement.value.en))}${note}</figcaption>
${chart}
</figure>`;
}
