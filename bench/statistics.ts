import { linearRegression, median } from 'simple-statistics';

/** Median, and the smallest and largest. */
export interface Spread {
  readonly median: number;
  readonly lo: number;
  readonly hi: number;
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: median([...values]), lo: Math.min(...values), hi: Math.max(...values) };
}

/** b of the power law y = a·xᵇ that fits best: the slope of ln y on ln x by least squares. */
export function exponent(points: readonly (readonly [x: number, y: number])[]): number {
  return linearRegression(points.map(([x, y]) => [Math.log(x), Math.log(y)])).m;
}
