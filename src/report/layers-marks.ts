import { areaY, dot, lineY, type Markish, rect } from '@observablehq/plot';
import { fromJson, type JsonNumber, type LayersRecord } from '../claim/index.ts';
import type { LayersBand } from './layers-band.ts';

/** Where the marks are drawn: the ends of the std's axis, and whether it is logarithmic. */
export interface Frame {
  readonly bottom: number;
  readonly top: number;
  readonly log: boolean;
}

/** What is drawn of the layers, from the back to the front: band, networks, median, mean field, notebook. */
export function layersMarks(layers: LayersRecord, bands: readonly LayersBand[], { bottom, top }: Frame): Markish[] {
  // Plot leaves a gap where a value is not finite, or has no logarithm.
  const drawn = (values: readonly JsonNumber[]): number[] => values.map(fromJson);
  const layer = (_: unknown, i: number) => i;
  const median = drawn(layers.median);
  const [lo, hi] = [drawn(layers.lo), drawn(layers.hi)];
  return [
    rect(bands, {
      x1: ({ from }: LayersBand) => from - 0.5,
      x2: ({ to }: LayersBand) => to + 0.5,
      y1: (band: LayersBand) => Math.max(band.lo, bottom),
      y2: (band: LayersBand) => Math.min(band.hi, top),
      fill: 'var(--band)',
      stroke: 'var(--band-edge)',
    }),
    areaY(lo, { x: layer, y1: lo, y2: hi, fill: 'var(--ribbon)' }),
    layers.single.map((one) => lineY(drawn(one), { x: layer, stroke: 'var(--measured)', strokeWidth: 0.7, strokeOpacity: 0.55 })),
    lineY(median, { x: layer, stroke: 'var(--measured)', strokeWidth: 2.2 }),
    // A line through one layer has no length.
    dot(median.length === 1 ? median : [], { x: layer, y: median, fill: 'var(--measured)' }),
    lineY(drawn(layers.theory), { x: layer, stroke: 'var(--theory)', strokeWidth: 2.2, strokeDasharray: '7 4' }),
    dot(drawn(layers.printed ?? []), {
      x: layer,
      y: (std: number) => std,
      r: 2.8,
      stroke: 'var(--ink)',
      strokeWidth: 1.2,
      fill: 'var(--card)',
    }),
  ];
}
