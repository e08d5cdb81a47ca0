import { linearRegression } from 'simple-statistics';
import { both, type Quantity, quantity } from '../claim/index.ts';
import type { ModelTrace } from '../network/index.ts';
import { type Point, pointsOf } from './points.ts';

/** How fast the signal grows: the slope of ln std over depth, by least squares; below 0 it vanishes. */
export const signalDrift: Quantity<ModelTrace> = quantity(both('drift of ln std a layer', '标准差的对数每层的漂移'), (trace) =>
  slope(pointsOf(trace), ({ std }) => std),
);

/** How fast the gradient grows on its way back from the output: minus the slope of ln gradient std over depth. */
export const gradientDrift: Quantity<ModelTrace> = quantity(
  both('drift of ln gradient std a layer, towards the input', '梯度标准差的对数朝输入方向每层的漂移'),
  (trace) => -slope(pointsOf(trace), ({ gradientStd }) => gradientStd),
  ['gradient'],
);

/** −∞ where a signal died: no line goes through 0. What was not reached, or overflowed, is left out; NaN for fewer than two points. */
function slope(points: readonly Point[], read: (point: Point) => number): number {
  const reached = points.filter((point) => Number.isFinite(read(point)));
  if (reached.length < 2) return Number.NaN;
  if (reached.some((point) => read(point) === 0)) return -Infinity;
  return linearRegression(reached.map((point) => [point.depth, Math.log(read(point))])).m;
}
