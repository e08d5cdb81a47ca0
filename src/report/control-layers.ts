import { lineY, type PlotOptions } from '@observablehq/plot';
import { type ControlRecord, fromJson, type LayersRecord } from '../claim/index.ts';
import { needsLog } from './log-axis.ts';
import { EMPTY, type Markup } from './markup.ts';
import { svg } from './svg.ts';
import { thinned } from './thinned.ts';

/** Most points of a line that so small a picture can show. */
const POINTS = 17;

/** A control's std after each layer, beside that of the claim's own networks; nothing where they have no layers, or one only. */
export function controlLayers({ layers }: ControlRecord, claimed: LayersRecord | null): Markup {
  const own = thinned(layers.length, POINTS).map((layer) => ({ layer, std: fromJson(layers[layer]) }));
  const values = own.map(({ std }) => std).filter(Number.isFinite);
  if (claimed === null || values.length < 2) return EMPTY;
  const right = thinned(claimed.median.length, POINTS).map((layer) => ({ layer, std: fromJson(claimed.median[layer]) }));
  const all = [...values, ...right.map(({ std }) => std)].filter(Number.isFinite);
  const log = needsLog(all);
  const drawable = log ? all.filter((value) => value > 0) : all;
  const [lo, hi] = [Math.min(...drawable), Math.max(...drawable)];
  if (lo === hi) return EMPTY;
  const options: PlotOptions = {
    width: 240,
    height: 80,
    margin: 3,
    x: { axis: null, domain: [0, Math.max(layers.length, claimed.median.length) - 1] },
    y: { axis: null, type: log ? 'log' : 'linear', domain: [lo, hi] },
    marks: [
      lineY(right, { x: 'layer', y: 'std', stroke: 'var(--measured)', strokeWidth: 1.4 }),
      lineY(own, { x: 'layer', y: 'std', stroke: 'var(--refuted)', strokeWidth: 2.2 }),
    ],
  };
  return svg(null, options, 1);
}
