import type { PhasePoint } from '../theory/index.ts';
import { colourOf } from './phase-class.ts';
import type { PhaseMap } from './phase-map.ts';

/** Neighbours in a row that look alike, as one rectangle. */
export interface PhaseRun {
  colour: string;
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

/** The grid's rows, in as few rectangles as they have changes of colour: a picture of some kilobytes, not of hundreds. */
export function phaseRuns({ grid, cells }: PhaseMap, colourAt: (point: PhasePoint) => string = colourOf): PhaseRun[] {
  const { columns, rows, sigmaW, sigmaB } = grid;
  const x = (column: number) => sigmaW[0] + (column / columns) * (sigmaW[1] - sigmaW[0]);
  const y = (row: number) => sigmaB[0] + (row / rows) * (sigmaB[1] - sigmaB[0]);
  const runs: PhaseRun[] = [];
  cells.forEach((cell, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    const colour = colourAt(cell);
    const last = runs.at(-1);
    if (column > 0 && last?.colour === colour) last.x2 = x(column + 1);
    else runs.push({ colour, x1: x(column), x2: x(column + 1), y1: y(row), y2: y(row + 1) });
  });
  return runs;
}
