import { fromJson } from '../claim/index.ts';
import type { CellRecord, Spread } from '../sweep/index.ts';
import { number } from './format.ts';
import { CLASSES, colour, colourOf } from './phase-class.ts';

/** One thing that a sweep's pictures show: a colour for each cell, its words, and what the colours stand for. */
export interface SweepMeasure {
  readonly heading: string;
  readonly colour: (record: CellRecord) => string;
  readonly words: (record: CellRecord) => string;
  readonly legend: readonly { readonly words: string; readonly colours: readonly (readonly [colour: string, words: string])[] }[];
  /** Whether the edge of chaos says something of it. */
  readonly edge: boolean;
}

const GROWTH = (['ordered', 'chaotic'] as const).map((phase) => ({
  words: phase === 'ordered' ? 'shrinks by e over … layers:' : 'grows by e over … layers:',
  colours: CLASSES.map((words, i) => [colour(phase, i), words] as const),
}));

/** The second moment changes by twice the std's ln a layer: on the scale of the phase diagram, where it is ln χ₁. */
function growth(heading: string, read: (record: CellRecord) => Spread, edge: boolean): SweepMeasure {
  return {
    heading,
    colour: (record) => {
      if (record.nonFinite > 0.5) return 'explodes';
      const ln = 2 * fromJson(read(record).growth.mean);
      if (Number.isNaN(ln)) return 'dead';
      const phase = ln === 0 ? 'critical' : ln < 0 ? 'ordered' : 'chaotic';
      return colourOf({ sigmaW: 0, sigmaB: 0, fate: 'settles', q: null, chi1: Math.exp(ln), phase });
    },
    words: (record) => growthInWords(read(record)),
    legend: GROWTH,
    edge,
  };
}

/** Upper ends of the classes of the cosine, and their names. */
const COSINES: readonly (readonly [end: number, words: string])[] = [
  [0.1, '< 0.1'],
  [0.3, '0.1–0.3'],
  [0.5, '0.3–0.5'],
  [0.7, '0.5–0.7'],
  [0.9, '0.7–0.9'],
  [0.99, '0.9–0.99'],
  [Infinity, '> 0.99'],
];

const shade = (index: number) => colour('ordered', COSINES.length - 1 - index);

const cosine: SweepMeasure = {
  heading: 'Forwards: how alike inputs are after the last layer (the median of their mean cosine)',
  colour: (record) => {
    if (record.nonFinite > 0.5) return 'explodes';
    const median = record.cosine ? fromJson(record.cosine.end.median) : Number.NaN;
    return Number.isNaN(median) ? 'dead' : shade(COSINES.findIndex(([end]) => median < end));
  },
  words: ({ cosine: alike }) => (alike ? number(alike.end.median) : '–'),
  legend: [{ words: 'cosine:', colours: COSINES.map(([, words], i) => [shade(i), words] as const) }],
  edge: true,
};

/** What the pictures show, in their order. */
export function measuresOf(records: readonly CellRecord[]): SweepMeasure[] {
  return [
    growth('Backwards: how the gradient’s second moment changes on its way to the input', ({ gradientStd }) => gradientStd, true),
    growth('Forwards: how the signal’s variance changes from the input to the last layer', ({ std }) => std, false),
    ...(records.some((record) => record.cosine) ? [cosine] : []),
  ];
}

/** `0.0476 ± 0.0013`: ln of the std, a layer, and its standard error. */
export function growthInWords({ growth: { mean, standardError } }: Spread): string {
  return mean === 'NaN' ? '–' : `${number(mean, 4)} ± ${number(standardError, 2)}`;
}
