import { type EvidenceRecord, fromJson } from '../claim/index.ts';

/** A band on the std itself: the layers and the std's that it spans. */
export interface LayersBand {
  from: number;
  to: number;
  lo: number;
  hi: number;
}

/** Read off the statement's words, for they are all that the record says of its quantity; a quantity of one's own has no band here. */
const OF_STD = /^the (?:mean|\S+-quantile) of the (ln |mean )?std (?:after layer (\d+)|of layers (\d+) to (\d+))$/;

/** The bands that can be drawn beside a std per layer: those of a std, or of its logarithm, and of nothing derived from it. */
export function layersBands(statements: readonly EvidenceRecord[]): LayersBand[] {
  return statements.flatMap(({ value, band }) => {
    const words = OF_STD.exec(value);
    if (!words) return [];
    const [, form, after, from = after, to = after] = words;
    const lo = band.lo === null ? -Infinity : fromJson(band.lo);
    const hi = band.hi === null ? Infinity : fromJson(band.hi);
    const back = form === 'ln ' ? Math.exp : (end: number) => end;
    return [{ from: Number(from), to: Number(to), lo: back(lo), hi: back(hi) }];
  });
}
