import { type EvidenceRecord, fromJson, type LayersRecord } from '../claim/index.ts';

/** A band on what a chart shows: the layers and the values that it spans. */
export interface LayersBand {
  from: number;
  to: number;
  lo: number;
  hi: number;
}

/** The bands that can be drawn beside a value per layer: those of this very value, or of its logarithm, and of nothing derived from it. */
export function layersBands(statements: readonly EvidenceRecord[], shown: LayersRecord['of']): LayersBand[] {
  const name = shown === 'std' ? 'std' : 'std of the gradient';
  return statements.flatMap(({ over, band }) => {
    if (over?.of !== name) return [];
    const lo = band.lo === null ? -Infinity : fromJson(band.lo);
    const hi = band.hi === null ? Infinity : fromJson(band.hi);
    const back = over.ln ? Math.exp : (end: number) => end;
    return [{ from: over.from, to: over.to, lo: back(lo), hi: back(hi) }];
  });
}
