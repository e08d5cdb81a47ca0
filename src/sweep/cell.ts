import { type Architecture, mlp } from '../architecture/index.ts';
import { normal } from '../init/index.ts';
import { AXES, type Grid } from './grid.ts';
import { activationOf, initializerOf } from './named.ts';

/** One point of a grid: its place in it, and its coordinates. */
export interface Cell {
  /** Its index, from 0. */
  readonly cell: number;
  readonly activation: string;
  /** Null where σ_w says what the weights are. */
  readonly init: string | null;
  /** Null where an initializer does. */
  readonly sigmaW: number | null;
  readonly sigmaB: number;
  readonly width: number;
  readonly depth: number;
  readonly batch: number;
}

/** The cell of an index, 0 ≤ index < `cellCount(grid)`; the last axis runs fastest. */
export function cellAt(grid: Grid, index: number): Cell {
  let rest = index;
  const coordinates = AXES.toReversed().map((axis) => {
    const values = grid[axis] ?? [null];
    const value = values[rest % values.length];
    rest = Math.floor(rest / values.length);
    return [axis, value] as const;
  });
  return { cell: index, ...(Object.fromEntries(coordinates.toReversed()) as unknown as Omit<Cell, 'cell'>) };
}

/** The networks of a cell. */
export function architectureOf({ activation, init, sigmaW, sigmaB, width, depth, batch }: Cell): Architecture {
  return mlp({
    width,
    depth,
    batch,
    activation: activationOf(activation),
    init: init === null ? normal({ std: (sigmaW ?? 0) / Math.sqrt(width) }) : initializerOf(init),
    ...(sigmaB > 0 && { bias: normal({ std: sigmaB }) }),
  });
}

/**
 * What a cell's streams are named by: its coordinates and not its index, so that it draws the same numbers in every grid that has it,
 * and other numbers than every other cell.
 */
export function seedOf(cell: Cell, seed: string): string {
  return JSON.stringify([seed, ...AXES.map((axis) => cell[axis])]);
}

/** How much work a cell is, beside others: numbers drawn, and those that pass through a layer for each of them. */
export function workOf({ width, depth, batch }: Cell, sampler: 'law' | 'weights'): number {
  return depth * width * (sampler === 'law' ? batch * (batch + 16) : width * (batch + 16));
}
