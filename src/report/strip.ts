import { axisX, dot, link, type Markish, type PlotOptions, rect, ruleX, text } from '@observablehq/plot';
import type { Verdict } from './badge.ts';
import { number } from './format.ts';
import type { Markup } from './markup.ts';
import type { Normalised } from './normalised.ts';
import { svg } from './svg.ts';

/** Half the scale's width, in half-widths of a band. */
const END = 3;

const SYMBOLS = { supported: 'circle', refuted: 'times', undecided: 'diamond' } as const;

/** A row of the forest: estimate and interval against the band, on the scale of the band. What lies beyond the scale ends in an arrow. */
export function strip(verdict: Verdict, { estimate, lo, hi, predicted, band }: Normalised): Markup {
  const colour = `var(--${verdict})`;
  const inside = (value: number) => Math.min(Math.max(value, -END), END);
  const known = !Number.isNaN(lo) && !Number.isNaN(hi);
  const beyond = Number.isFinite(estimate) ? Math.abs(estimate) > END : !Number.isNaN(estimate);
  const arrow = beyond ? [Math.sign(estimate)] : [];
  const marks: Markish[] = [
    // Above, below and at an open end its outline lies outside the picture.
    rect(band[0] < band[1] ? [0] : [], {
      x1: Math.max(band[0], -END - 1),
      x2: Math.min(band[1], END + 1),
      y1: -1,
      y2: 2,
      fill: 'var(--band)',
      stroke: 'var(--band-edge)',
      strokeWidth: 1.5,
    }),
    // SVG draws no rectangle without width.
    ruleX(band[0] < band[1] ? [] : [band[0]], { stroke: 'var(--band-edge)', strokeWidth: 3 }),
    ruleX([predicted].filter(Number.isFinite).map(inside), { y1: 0.1, y2: 0.9, stroke: 'var(--theory)', strokeWidth: 1.5 }),
    link(known && inside(lo) !== inside(hi) ? [0] : [], {
      x1: inside(lo),
      x2: inside(hi),
      y1: 0.5,
      y2: 0.5,
      stroke: colour,
      strokeWidth: 2.5,
    }),
    dot(Number.isNaN(estimate) || beyond ? [] : [estimate], {
      x: (value: number) => value,
      y: 0.5,
      r: 4,
      symbol: SYMBOLS[verdict],
      ...(verdict === 'refuted' ? { stroke: colour, strokeWidth: 2.5 } : { fill: colour }),
    }),
    text(arrow, {
      x: (sign: number) => sign * (END - 0.15),
      y: 0.5,
      text: (sign: number) => (sign < 0 ? '◀' : '▶'),
      fill: colour,
      fontSize: 13,
    }),
  ];
  // The numbers beside it say what it shows.
  return svg(null, { ...SIZE, height: 22, marks });
}

/** The scale of all rows: its band ends at −1 and 1. */
export function stripAxis(): Markup {
  return svg(null, {
    ...SIZE,
    height: 16,
    marks: [
      axisX([-2, -1, 0, 1, 2], {
        anchor: 'bottom',
        tickSize: 0,
        tickPadding: -10,
        label: null,
        tickFormat: (tick: number) => number(tick),
      }),
    ],
  });
}

const SIZE: PlotOptions = {
  width: 220,
  margin: 0,
  marginLeft: 6,
  marginRight: 6,
  x: { domain: [-END, END], axis: null },
  y: { domain: [0, 1], axis: null },
};
