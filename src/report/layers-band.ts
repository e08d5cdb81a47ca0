import { type EvidenceRecord, fromJson } from '../claim/index.ts';

/** A band on the std itself: the layers and the stds that it spans. */
export interface LayersBand {
  from: number;
  to: number;
  lo: number;
  hi: number;
}

/** The bands that can be drawn beside a std per layer: those of a std, or of its logarithm, and of nothing derived from it. */
export function layersBands(statements: readonly EvidenceRecord[]): LayersBand[] {
  return statements.flatMap(({ over, band }) => {
    if (over?.of !== 'std') return [];
    const lo = band.lo === null ? -Infinity : fromJson(band.lo);
    const hi = band.hi === null ? Infinity : fromJson(band.hi);
    const back = over.ln ? Math.exp : (end: number) => end;
    return [{ from: over.from, to: over.to, lo: back(lo), hi: back(hi) }];
  });
}
