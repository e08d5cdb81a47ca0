import { areaY, lineY } from '@observablehq/plot';
import { type ControlRecord, fromJson, type LayersRecord } from '../claim/index.ts';
import { needsLog } from './log-axis.ts';
import { EMPTY, type Markup } from './markup.ts';
import { svg } from './svg.ts';
import { thinned } from './thinned.ts';

/** Most points of a line that so small a picture can show. */
const POINTS = 25;

/** A control's std after each layer, beside the range of the claim's own networks; nothing where they have no layers, or one only. */
export function controlLayers({ layers }: ControlRecord, claimed: LayersRecord | null): Markup {
  const own = thinned(layers.length, POINTS).map((layer) => ({ layer, std: fromJson(layers[layer]) }));
  const values = own.map(({ std }) => std).filter(Number.isFinite);
  if (claimed === null || values.length < 2) return EMPTY;
  const { median, lo: low, hi: high } = claimed;
  const range = thinned(median.length, POINTS).map((layer) => ({ layer, lo: fromJson(low[layer]), hi: fromJson(high[layer]) }));
  const all = [...values, ...range.flatMap(({ lo, hi }) => [lo, hi])].filter(Number.isFinite);
  const log = needsLog(all);
  const drawable = log ? all.filter((value) => value > 0) : all;
  const [lo, hi] = [Math.min(...drawable), Math.max(...drawable)];
  if (lo === hi) return EMPTY;
  return svg(null, {
    width: 240,
    height: 80,
    margin: 3,
    x: { axis: null, domain: [0, Math.max(layers.length, claimed.median.length) - 1] },
    y: { axis: null, type: log ? 'log' : 'linear', domain: [lo, hi] },
    marks: [
      areaY(range, { x: 'layer', y1: 'lo', y2: 'hi', fill: 'var(--ribbon)' }),
      lineY(own, { x: 'layer', y: 'std', stroke: 'var(--refuted)', strokeWidth: 2.2 }),
    ],
  });
}
