import { areaY, dot, lineY, type Markish, rect } from '@observablehq/plot';
import { type EvidenceRecord, fromJson, type JsonNumber, type LayersRecord } from '../claim/index.ts';
import { count, number } from './format.ts';
import { layersBands } from './layers-band.ts';
import { legend } from './legend.ts';
import { logTicks, needsLog } from './log-axis.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { svg } from './svg.ts';

interface Point {
  layer: number;
  std: number;
}

/** The std after every layer: the networks' range and median, beside mean field and the notebook. */
export function layersChart(layers: LayersRecord, statements: readonly EvidenceRecord[]): Markup {
  const [median, lo, hi, theory] = [layers.median, layers.lo, layers.hi, layers.theory].map(points);
  const single = layers.single.map(points);
  const printed = points(layers.printed ?? []);
  if (median.length === 0)
    return markup`<p class="note">No layer’s std was finite in every network: there is nothing to draw.</p>`;

  const shown = [median, lo, hi, theory, printed, ...single]
    .flat()
    .map(({ std }) => std)
    .filter(Number.isFinite);
  const bands = layersBands(statements);
  const edges = bands.flatMap((band) => [band.lo, band.hi]).filter(Number.isFinite);
  const log = needsLog(shown);
  const drawable = [...shown, ...edges].filter((value) => !log || value > 0);
  const [bottom, top] = padded(Math.min(...drawable), Math.max(...drawable), log);
  const last = Math.max(median.length, theory.length, printed.length) - 1;
  const xy = { x: 'layer', y: 'std' };
  const visible = (all: Point[]) => all.filter(({ std }) => Number.isFinite(std) && (!log || std > 0));
  const marks: Markish[] = [
    rect(bands, {
      x1: ({ from }: { from: number }) => from - 0.5,
      x2: ({ to }: { to: number }) => to + 0.5,
      y1: (band: { lo: number }) => Math.max(band.lo, bottom),
      y2: (band: { hi: number }) => Math.min(band.hi, top),
      fill: 'var(--band)',
      stroke: 'var(--band-edge)',
    }),
    areaY(
      visible(lo).map(({ layer, std }) => ({ layer, lo: std, hi: hi[layer].std })),
      { x: 'layer', y1: 'lo', y2: 'hi', fill: 'var(--ribbon)' },
    ),
    single.map((one) => lineY(visible(one), { ...xy, stroke: 'var(--measured)', strokeWidth: 0.7, strokeOpacity: 0.55 })),
    lineY(visible(median), { ...xy, stroke: 'var(--measured)', strokeWidth: 2.2 }),
    // A line through one layer has no length.
    dot(median.length === 1 ? visible(median) : [], { ...xy, fill: 'var(--measured)' }),
    lineY(visible(theory), { ...xy, stroke: 'var(--theory)', strokeWidth: 2.2, strokeDasharray: '7 4' }),
    dot(visible(printed), { ...xy, r: 2.8, stroke: 'var(--ink)', strokeWidth: 1.2, fill: 'var(--card)' }),
  ];
  const chart = svg(inWords(layers), {
    width: 680,
    height: 360,
    marginTop: 30,
    marginLeft: 62,
    marginBottom: 48,
    marginRight: 16,
    x: {
      domain: last === 0 ? [-0.5, 0.5] : [0, last],
      label: 'layer',
      ticks: last < 5 ? last + 1 : 5,
      tickFormat: 'd',
      insetRight: 4,
    },
    y: {
      type: log ? 'log' : 'linear',
      domain: [bottom, top],
      label: 'std',
      grid: true,
      ticks: log ? logTicks(bottom, top) : 5,
      tickFormat: (tick: number) => number(tick),
    },
    marks,
  });
  return markup`<figure class="layers"><figcaption>std after each layer${log ? ', on a logarithmic axis' : ''}</figcaption>
${chart}
${legend([
  ['line', 'median of the networks'],
  ['ribbon', '1–99% of the networks'],
  ...(single.length > 0 ? [['thin', 'single networks'] as const] : []),
  ...(theory.length > 0 ? [['dashed', 'mean field'] as const] : []),
  ...(printed.length > 0 ? [['ring', 'printed in the notebook'] as const] : []),
  ...(bands.length > 0 ? [['band', 'claimed band'] as const] : []),
])}</figure>`;
}

function points(values: readonly JsonNumber[]): Point[] {
  return values.map((value, layer) => ({ layer, std: fromJson(value) }));
}

/** A little more than the range, that no line runs along the frame; a range of nothing gets some width. */
function padded(lo: number, hi: number, log: boolean): [number, number] {
  if (log) {
    const factor = (hi / lo) ** 0.04;
    return [lo / factor, hi * factor];
  }
  const more = hi > lo ? 0.06 * (hi - lo) : Math.abs(hi) / 2 || 1;
  return [lo - more, hi + more];
}

function inWords({ median, theory }: LayersRecord): string {
  const ends = (values: readonly JsonNumber[]) =>
    `${number(values[0])} at layer 0, ${number(values[values.length - 1])} at the last`;
  const expected = theory.length > 0 ? ` Mean field: ${ends(theory)}.` : EMPTY.html;
  return `std after each of ${count(median.length)} layers. Median of the networks: ${ends(median)}.${expected}`;
}
