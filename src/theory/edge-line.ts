import type { Activation } from '../activation/index.ts';
import { ParameterError } from '../parameter.ts';
import { type CriticalPoint, criticalPoint } from './edge-of-chaos.ts';

/** Points a decade of q, and the decades: from biases that no eye tells from 0 to those that no network has. */
const [DENSITY, LOWEST, HIGHEST] = [24, -6, 6];

/** Halvings between a point of the edge and a q that has none: 2⁻³⁰ of a step lies below any line's width. */
const HALVINGS = 30;

/**
 * The edge of chaos as lines in the (σ_w, σ_b) plane, each a list of critical points by rising q, and broken where σ_b² would be
 * negative: there it runs into the axis σ_b = 0. It is the inverse map of every q (`criticalPoint`), and so has all of its branches; a
 * homogeneous activation has one point.
 */
export function edgeLine(activation: Activation): CriticalPoint[][] {
  if (activation.homogeneous) return [[criticalPoint(activation, 1)]];
  const steps = DENSITY * (HIGHEST - LOWEST);
  const places = [0, ...Array.from({ length: steps + 1 }, (_, i) => 10 ** (LOWEST + i / DENSITY))];
  const points = places.map((q) => critical(activation, q));
  const lines: CriticalPoint[][] = [];
  points.forEach((point, i) => {
    const before = i > 0 && points[i - 1];
    if (point && !before) lines.push(i > 0 ? [end(activation, places[i - 1], point)] : []);
    if (point) lines[lines.length - 1].push(point);
    else if (before) lines[lines.length - 1].push(end(activation, places[i], before));
  });
  return lines;
}

/** The last critical point on the way from `point` to a q without one. */
function end(activation: Activation, outside: number, point: CriticalPoint): CriticalPoint {
  let last = point;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = critical(activation, (outside + last.q) / 2);
    if (middle) last = middle;
    else outside = (outside + last.q) / 2;
  }
  return last;
}

function critical(activation: Activation, q: number): CriticalPoint | null {
  try {
    return criticalPoint(activation, q);
  } catch (error) {
    if (error instanceof ParameterError) return null;
    throw error;
  }
}
