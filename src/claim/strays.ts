import type { Probe, Trace } from '../network/index.ts';
import { type Quantity, quantity } from './quantity.ts';
import { pointsIn, stopped } from './layer-span.ts';
import type { Text } from './text.ts';

/** Where a value strays furthest from what it should be. */
export interface Farthest {
  readonly layer: number | null;
  /** By which factor, up or down: 1 or more. NaN where the value is none. */
  readonly factor: number;
}

/** One value a layer, and what it should be; how it is read, and between which layers. */
export interface Course {
  readonly points: (trace: Trace) => readonly number[];
  /** The values of a trace, by layer; nothing, where the realisation stopped before it had any. */
  readonly values: (trace: Trace) => Float64Array | undefined;
  readonly near: (values: Float64Array, points: readonly number[]) => number;
}

/**
 * The layer at which a realisation's value is furthest from what it should be, by its logarithm. A realisation that stops before the last of
 * the layers is infinitely far there.
 */
export function farthest({ points: pointsOf, values: valuesOf, near: nearOf }: Course, trace: Trace): Farthest {
  const points = pointsOf(trace);
  if (stopped(trace, points)) return { layer: trace.firstNonFinite, factor: Infinity };
  const values = valuesOf(trace);
  if (!values) return { layer: null, factor: Number.NaN };
  const lnNear = Math.log(nearOf(values, points));
  let worst: Farthest = { layer: null, factor: 0 };
  for (const layer of points) {
    const factor = Math.exp(Math.abs(Math.log(values[layer]) - lnNear));
    if (Number.isNaN(factor)) return { layer, factor };
    if (factor > worst.factor) worst = { layer, factor };
  }
  return worst;
}

/** By which factor a course strays furthest. It is a maximum, and skewed: to be judged by its median. */
export function strays(name: Text, course: Course, needs: readonly Probe[] = []): Quantity<Trace> {
  return quantity(name, (trace) => farthest(course, trace).factor, needs);
}

/** The signal points of a trace, or of a part of it. */
export const everyPoint =
  (span: Parameters<typeof pointsIn>[1]): Course['points'] =>
  (trace) =>
    pointsIn(trace, span);
