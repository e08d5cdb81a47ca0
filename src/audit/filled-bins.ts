import type { Dtype } from '../checkpoint/index.ts';
import { BINS, cutPoints, INFINITE } from './cut-points.ts';

/** The bins that hold numbers, from the lowest up: between which two numbers each lies before rounding, and how many it holds. */
export interface FilledBins {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly counts: Float64Array;
}

/** Those of numbers, and those of their absolute values. */
export interface Filled {
  readonly signed: FilledBins;
  readonly absolute: FilledBins;
}

/** The filled ones among bins by the upper 16 bits of numbers as float32; −0 is 0. */
export function filledBins(bins: Uint32Array, dtype: Dtype): Filled {
  const cuts = cutPoints(dtype);
  const negative = (bin: number) => bins[BINS / 2 + bin];
  const signed: number[][] = [];
  const absolute: number[][] = [];
  for (let bin = INFINITE - 1; bin > 0; bin--) if (negative(bin) > 0) signed.push([-cuts[bin + 1], -cuts[bin], negative(bin)]);
  const zeros = bins[0] + negative(0);
  if (zeros > 0) signed.push([-cuts[1], cuts[1], zeros]);
  for (let bin = 1; bin < INFINITE; bin++) if (bins[bin] > 0) signed.push([cuts[bin], cuts[bin + 1], bins[bin]]);
  for (let bin = 0; bin < INFINITE; bin++) {
    const count = bins[bin] + negative(bin);
    if (count > 0) absolute.push([cuts[bin], cuts[bin + 1], count]);
  }
  return { signed: inColumns(signed), absolute: inColumns(absolute) };
}

function inColumns(rows: readonly number[][]): FilledBins {
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]);
  return { from: column(0), to: column(1), counts: column(2) };
}
