import { areaY, dot, lineY, type Markish, rect } from '@observablehq/plot';
import { fromJson, type JsonNumber, type LayersRecord } from '../claim/index.ts';
import type { LayersBand } from './layers-band.ts';
import { thinned } from './thinned.ts';

/** Most points of a range or of a single network's line: they shiver, and nobody counts their corners. */
const POINTS = 23;

/** Where the marks are drawn: the ends of the std's axis, and whether it is logarithmic. */
export interface Frame {
  readonly bottom: number;
  readonly top: number;
  readonly log: boolean;
}

/** What is drawn of the layers, from the back to the front: band, theory's range, networks, median, mean field, notebook. */
export function layersMarks(layers: LayersRecord, bands: readonly LayersBand[], { bottom, top }: Frame): Markish[] {
  const { median, theory, printed = [] } = layers;
  const places = thinned(median.length, POINTS);
  const range = ({ lo, hi }: Pick<LayersRecord, 'lo' | 'hi'>, fill: string) =>
    areaY(places, { x: (layer: number) => layer, y1: read(lo), y2: read(hi), fill });
  const curve = (of: readonly JsonNumber[], at: readonly number[], style: object) =>
    lineY(at, { x: (layer: number) => layer, y: read(of), ...style });
  return [
    rect(bands, {
      x1: ({ from }: LayersBand) => from - 0.5,
      x2: ({ to }: LayersBand) => to + 0.5,
      y1: (band: LayersBand) => Math.max(band.lo, bottom),
      y2: (band: LayersBand) => Math.min(band.hi, top),
      fill: 'var(--band)',
      stroke: 'var(--band-edge)',
    }),
    layers.finite && range(layers.finite, 'var(--finite)'),
    range(layers, 'var(--ribbon)'),
    layers.single.map((one) => curve(one, places, { stroke: 'var(--measured)', strokeWidth: 0.7, strokeOpacity: 0.55 })),
    curve(median, thinned(median.length, 2 * POINTS), { stroke: 'var(--measured)', strokeWidth: 2.2 }),
    curve(theory, thinned(theory.length, POINTS), { stroke: 'var(--theory)', strokeWidth: 2.2, strokeDasharray: '7 4' }),
    dot([...printed.keys()], {
      x: (layer: number) => layer,
      y: read(printed),
      r: 2.8,
      stroke: 'var(--ink)',
      strokeWidth: 1.2,
      fill: 'var(--card)',
    }),
  ];
}

/** The value of a layer; Plot leaves a gap where it is not finite, or has no logarithm. */
const read = (values: readonly JsonNumber[]) => (layer: number) => fromJson(values[layer] ?? 'NaN');
