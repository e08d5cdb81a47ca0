import type { Activation } from '../activation/index.ts';
import { nonNegative, positive, positiveInteger, ParameterError } from '../parameter.ts';
import { phaseAt, type PhasePoint } from './phase-point.ts';

/** A rectangle of the (σ_w, σ_b) plane, cut into columns × rows equal cells. */
export interface PhaseGrid {
  /** Ends of σ_w, the first ≥ 0. */
  readonly sigmaW: readonly [lo: number, hi: number];
  /** Ends of σ_b, the first ≥ 0. */
  readonly sigmaB: readonly [lo: number, hi: number];
  readonly columns: number;
  readonly rows: number;
}

/**
 * The mean-field phase in the middle of every cell, row by row from the smallest σ_b (Poole et al. 2016, fig. 1; Schoenholz et al.
 * 2017, fig. 2).
 *
 * A generator, because a cell may take some milliseconds: who draws it can tell of the progress, and stop. It refuses its grid at once,
 * not at the first cell.
 *
 * @throws ParameterError for ends that do not rise, or begin below 0, and for sizes that are no positive integers.
 */
export function phaseDiagram(activation: Activation, grid: PhaseGrid): Generator<PhasePoint, void, void> {
  const { columns, rows } = grid;
  const sigmaW = middles('sigmaW', grid.sigmaW, positiveInteger('columns', columns));
  const sigmaB = middles('sigmaB', grid.sigmaB, positiveInteger('rows', rows));
  return (function* () {
    for (const b of sigmaB) for (const w of sigmaW) yield phaseAt(activation, w, b);
  })();
}

function middles(parameter: string, [lo, hi]: readonly [number, number], cells: number): number[] {
  nonNegative(parameter, lo);
  positive(parameter, hi);
  if (!(lo < hi)) throw new ParameterError(parameter, 'a range that rises', [lo, hi]);
  return Array.from({ length: cells }, (_, i) => lo + ((i + 0.5) / cells) * (hi - lo));
}
