import type { Trace } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import { layerNamed } from './layer-named.ts';
import { isModelTrace, signalPoints } from './signal-points.ts';
import { both, type Text } from './text.ts';

/** The first and the last layer that a word is about: by index into the trace, or by a model's name for it. */
export type LayerSpan = readonly [from: number | string, to: number | string];

/**
 * The layers of a trace at which a word looks: its signal points, or those of them between two layers, both included. Of a network
 * that stopped, as far as they are known: for one of ours those before it stopped, and the one at which it did.
 *
 * @throws ParameterError for layers that a network does not have, and where there is no point between them.
 */
export function pointsIn(trace: Trace, span?: LayerSpan): number[] {
  const points = signalPoints(trace);
  const [from, to] = span ? span.map((layer) => indexOf(layer, trace)) : [0, Infinity];
  if (to < from) throw new ParameterError('layers', 'in order, [from, to]', span);
  const between = points.filter((layer) => layer >= from && layer <= to);
  if (between.length === 0 && trace.firstNonFinite === null) {
    throw new ParameterError('layers', 'some that carry a signal: hidden layers, with weights', span ?? 'a network without any');
  }
  return between;
}

/** Of its points, those of the second half: where what settles has settled. */
export function secondHalf(points: readonly number[]): number[] {
  return points.slice(Math.floor(points.length / 2));
}

/** Whether a realisation stopped being finite at one of these points or before them. */
export function stopped({ firstNonFinite }: Trace, points: readonly number[]): boolean {
  return firstNonFinite !== null && firstNonFinite <= (points.at(-1) ?? Infinity);
}

/** `over all layers`, `over layers 3 to 7`. */
export function spanInWords(span: LayerSpan | undefined, otherwise: Text = both('all layers', '所有层')): Text {
  if (!span) return otherwise;
  const [from, to] = span;
  return both(`layers ${from} to ${to}`, `第 ${from} 至 ${to} 层`);
}

function indexOf(layer: number | string, trace: Trace): number {
  if (typeof layer === 'string') return layerNamed(layer, trace);
  const known = isModelTrace(trace) ? trace.layers.length : trace.std.length;
  // How many layers one of our own networks has, it no longer says where it stopped.
  const isThere = layer < known || (!isModelTrace(trace) && trace.firstNonFinite !== null);
  if (!Number.isSafeInteger(layer) || layer < 0 || !isThere) throw new ParameterError('layers', `among 0 … ${known - 1}`, layer);
  return layer;
}
