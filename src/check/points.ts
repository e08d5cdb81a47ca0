import { signalPoints } from '../claim/index.ts';
import type { ModelTrace } from '../network/index.ts';

/** A place where a model's signal is judged: its input at depth 0, or the layer that the signal leaves a depth by. */
export interface Point {
  readonly depth: number;
  /** Index in the trace; null for the input. */
  readonly layer: number | null;
  readonly std: number;
  /** NaN where the trace shows no gradient. */
  readonly gradientStd: number;
}

/** The points of one realisation that it reached, in order. An input of indices has no size, and is none. */
export function pointsOf(trace: ModelTrace): Point[] {
  const { input, layers, std, gradient } = trace;
  const first: Point = { depth: 0, layer: null, std: input.std, gradientStd: gradient?.input.std ?? Number.NaN };
  const further = signalPoints(trace)
    .filter((layer) => layer < std.length)
    .map((layer): Point => {
      const gradientStd = gradient?.std[layer] ?? Number.NaN;
      return { depth: layers[layer].depth, layer, std: std[layer], gradientStd };
    });
  return Number.isNaN(input.std) ? further : [first, ...further];
}

/** The depths at which a model's signal is judged, whether this realisation reached them or not. */
export function depthsOf(trace: ModelTrace): number[] {
  const further = signalPoints(trace).map((layer) => trace.layers[layer].depth);
  return Number.isNaN(trace.input.std) ? further : [0, ...further];
}
