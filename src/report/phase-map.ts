import type { CriticalPoint, PhaseGrid, PhasePoint } from '../theory/index.ts';

/** A pair of variances that people use. */
export interface PhasePlace {
  /** Who uses it. */
  readonly words: string;
  readonly point: PhasePoint;
  /** c* there; null where there is none. */
  readonly c: number | null;
}

/** What the picture of the phases shows: the grid, and what is drawn over it. */
export interface PhaseMap {
  /** The activation, with its parameters. */
  readonly activation: string;
  readonly grid: PhaseGrid;
  /** One for every cell, row by row from the smallest σ_b. */
  readonly cells: readonly PhasePoint[];
  /** The edge of chaos, as lines. */
  readonly edge: readonly (readonly CriticalPoint[])[];
  /** The edge at some round σ_b, null where there is none. */
  readonly boundary: readonly { readonly sigmaB: number; readonly point: CriticalPoint | null }[];
  /** Whether the activation knows no scale: its edge of chaos is the one point at σ_b = 0, and above it everything explodes. */
  readonly homogeneous: boolean;
  readonly places: readonly PhasePlace[];
}

/** The name of the i-th place in the picture. */
export function letter(i: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + i);
}
