import { type EvidenceRecord, fromJson, type JsonNumber, type LayersRecord } from '../claim/index.ts';
import { count, counted, number } from './format.ts';
import { layersBands } from './layers-band.ts';
import { type Frame, layersMarks } from './layers-marks.ts';
import { legend } from './legend.ts';
import { logTicks, needsLog } from './log-axis.ts';
import { type Markup, markup } from './markup.ts';
import { svg } from './svg.ts';

/** The std after every layer: the networks' range and median, beside mean field and the notebook. */
export function layersChart(layers: LayersRecord, statements: readonly EvidenceRecord[]): Markup {
  const { median, lo, hi, theory, single, printed = [] } = layers;
  const shown = [median, lo, hi, theory, printed, ...single].flat().map(fromJson).filter(Number.isFinite);
  if (median.length === 0 || shown.length === 0)
    return markup`<p class="note">No layer’s std was finite in every network: there is nothing to draw.</p>`;

  const bands = layersBands(statements);
  const edges = bands.flatMap((band) => [band.lo, band.hi]).filter(Number.isFinite);
  const frame = framed([...shown, ...edges], needsLog(shown));
  const last = Math.max(median.length, theory.length, printed.length) - 1;
  const chart = svg(inWords(layers), {
    width: 680,
    height: 420,
    marginTop: 40,
    marginLeft: 62,
    marginBottom: 60,
    marginRight: 16,
    x: {
      domain: last === 0 ? [-0.5, 0.5] : [0, last],
      label: 'layer',
      ticks: Math.min(5, last + 1),
      tickFormat: 'd',
      insetRight: 4,
    },
    y: {
      type: frame.log ? 'log' : 'linear',
      domain: [frame.bottom, frame.top],
      label: 'std',
      grid: true,
      ticks: frame.log ? logTicks(frame.bottom, frame.top) : 5,
      tickFormat: (tick: number) => number(tick),
    },
    marks: layersMarks(layers, bands, frame),
  });
  const key = legend([
    ['line', 'median of the networks'],
    ['ribbon', rangeOf(layers)],
    ...(single.length > 0 ? [['thin', 'single networks'] as const] : []),
    ...(theory.length > 0 ? [['dashed', 'mean field'] as const] : []),
    ...(printed.length > 0 ? [['ring', 'printed in the notebook'] as const] : []),
    ...(bands.length > 0 ? [['band', 'claimed band'] as const] : []),
  ]);
  return markup`<figure class="layers"><figcaption>std after each layer${frame.log ? ', on a logarithmic axis' : ''}</figcaption>
${chart}
${key}</figure>`;
}

function rangeOf({ networks }: LayersRecord): string {
  return `1–99% of ${counted(networks, 'network')}`;
}

/** A little more than the range, that no line runs along the frame; a range of nothing gets some width. */
function framed(values: readonly number[], log: boolean): Frame {
  const drawable = log ? values.filter((value) => value > 0) : values;
  const [lo, hi] = [Math.min(...drawable), Math.max(...drawable)];
  if (log) return { bottom: lo / (hi / lo) ** 0.04, top: hi * (hi / lo) ** 0.04, log };
  const more = hi > lo ? 0.06 * (hi - lo) : Math.abs(hi) / 2 || 1;
  return { bottom: lo - more, top: hi + more, log };
}

function inWords({ median, theory }: LayersRecord): string {
  const ends = (values: readonly JsonNumber[]) =>
    `${number(values[0])} at layer 0, ${number(values[values.length - 1])} at the last`;
  const expected = theory.length > 0 ? ` Mean field: ${ends(theory)}.` : '';
  return `std after each of ${count(median.length)} layers. Median of the networks: ${ends(median)}.${expected}`;
}
