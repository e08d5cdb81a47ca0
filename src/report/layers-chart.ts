import type { PlotOptions } from '@observablehq/plot';
import { type EvidenceRecord, fromJson, type JsonNumber, type LayersRecord } from '../claim/index.ts';
import { count, number } from './format.ts';
import { layersBands } from './layers-band.ts';
import { type Frame, layersMarks } from './layers-marks.ts';
import { legend, type Swatch } from './legend.ts';
import { logTicks, needsLog } from './log-axis.ts';
import { type Markup, markup } from './markup.ts';
import { readOut, type Reading } from './read-out.ts';
import { axisLabel, svg } from './svg.ts';
import { both, type Label } from './words.ts';

/** What can be shown of every layer, in words. */
const SHOWN: Readonly<Record<LayersRecord['of'], { short: Label; long: Label }>> = {
  std: { short: { en: 'std', zh: '标准差' }, long: { en: 'std after each layer', zh: '每层之后的标准差' } },
  'gradient std': {
    short: { en: 'std of the gradient', zh: '梯度的标准差' },
    long: { en: 'std of the gradient at each layer', zh: '每层处梯度的标准差' },
  },
};

const LAYER: Label = { en: 'layer', zh: '层' };

const SIZE = { width: 680, height: 400, left: 66, right: 664 } as const;

/** A value of every layer: the networks' range and median, beside mean field, its range at this width, and the notebook. */
export function layersChart(layers: LayersRecord, statements: readonly EvidenceRecord[]): Markup {
  const { of, median, lo, hi, theory, finite, single, printed = [] } = layers;
  const { short, long } = SHOWN[of];
  const shown = [median, lo, hi, theory, finite?.lo ?? [], finite?.hi ?? [], printed, ...single]
    .flat()
    .map(fromJson)
    .filter(Number.isFinite);
  if (median.length === 0 || shown.length === 0) {
    return markup`<p class="note">${both(
      `No layer’s ${short.en} was finite in every network: there is nothing to draw.`,
      `没有任何一层的${short.zh}在所有网络中都是有限的：无可绘制。`,
    )}</p>`;
  }
  const bands = layersBands(statements, of);
  const edges = bands.flatMap((band) => [band.lo, band.hi]).filter(Number.isFinite);
  const frame = framed([...shown, ...edges], needsLog(shown));
  const last = Math.max(median.length, theory.length, printed.length) - 1;
  const [from, to] = last === 0 ? [-0.5, 0.5] : [0, last];
  const options: PlotOptions = {
    width: SIZE.width,
    height: SIZE.height,
    marginTop: 40,
    marginLeft: SIZE.left,
    marginBottom: 56,
    marginRight: SIZE.width - SIZE.right,
    x: {
      domain: [from, to],
      label: axisLabel(LAYER),
      labelArrow: 'none',
      tickSize: 3,
      // Of a few layers each: between whole numbers there is none.
      ticks: last < 5 ? [...Array(last + 1).keys()] : 5,
      tickFormat: 'd',
    },
    y: {
      type: frame.log ? 'log' : 'linear',
      domain: [frame.bottom, frame.top],
      label: axisLabel(short),
      labelArrow: 'none',
      grid: true,
      tickSize: 0,
      ticks: frame.log ? logTicks(frame.bottom, frame.top) : 5,
      tickFormat: (tick: number) => number(tick),
    },
    marks: layersMarks(layers, bands, frame),
  };
  const chart = svg(inWords(layers), options, 1);
  const key = legend(keyOf(layers, bands.length > 0));
  const read = readOut(LAYER, readings(layers), { ...SIZE, from, to });
  const log = frame.log ? { en: ', on a logarithmic axis', zh: '（对数轴）' } : { en: '', zh: '' };
  return markup`<figure class="chart layers" ${read}><figcaption>${both(long.en + log.en, long.zh + log.zh)}</figcaption>
${chart}
${key}</figure>`;
}

function readings({ median, lo, hi, theory, printed }: LayersRecord): Reading[] {
  return [
    { name: { en: 'median', zh: '中位数' }, values: median },
    { name: { en: '1%', zh: '1%' }, values: lo },
    { name: { en: '99%', zh: '99%' }, values: hi },
    { name: { en: 'mean field', zh: '平均场' }, values: theory },
    { name: { en: 'printed', zh: '打印值' }, values: printed ?? [] },
  ].filter(({ values }) => values.length > 0);
}

function keyOf({ networks, single, theory, finite, printed = [] }: LayersRecord, banded: boolean): Swatch[] {
  return [
    { kind: 'line', networks },
    'ribbon',
    ...(single.length > 0 ? (['thin'] as const) : []),
    ...(theory.length > 0 ? (['dashed'] as const) : []),
    ...(finite ? [{ kind: 'finite', networks: finite.networks } as const] : []),
    ...(printed.length > 0 ? (['ring'] as const) : []),
    ...(banded ? (['band'] as const) : []),
  ];
}

/** Beyond these no network goes, but records do that people write: an axis has to end somewhere, and be wide enough for its ticks. */
const [LEAST, MOST] = [1e-150, 1e150];

/** A little more than the range, that no line runs along the frame; a range of nothing gets some width. */
function framed(values: readonly number[], log: boolean): Frame {
  const drawable = log ? values.filter((value) => value > 0) : values;
  const inside = (value: number) => Math.min(Math.max(value, log ? LEAST : -MOST), MOST);
  const [lo, hi] = [inside(Math.min(...drawable)), inside(Math.max(...drawable))];
  if (log) return { bottom: lo / (hi / lo) ** 0.04, top: hi * (hi / lo) ** 0.04, log };
  const size = Math.abs(hi) > LEAST ? Math.abs(hi) : 2;
  const more = hi - lo > LEAST ? 0.06 * (hi - lo) : size / 2;
  return { bottom: lo - more, top: hi + more, log };
}

function inWords({ of, median, theory }: LayersRecord): Label {
  const ends = (values: readonly JsonNumber[]) => [number(values[0]), number(values[values.length - 1])];
  const [first, last] = ends(median);
  const [early, late] = ends(theory);
  const layers = count(median.length);
  const expected =
    theory.length > 0 ? { en: `; mean field ${early} … ${late}`, zh: `；平均场 ${early} … ${late}` } : { en: '', zh: '' };
  return {
    en: `${SHOWN[of].short.en} over ${layers} layers: median ${first} … ${last}${expected.en}`,
    zh: `${layers} 层的${SHOWN[of].short.zh}：中位数 ${first} … ${last}${expected.zh}`,
  };
}
