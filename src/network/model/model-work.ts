import type { ModelLayer } from './model-layer.ts';

/** Of a tensor, or a weight; null for an axis of unknown length, as the batch is. */
export type Shape = readonly (number | null)[];

/** Numbers in a shape, what is not known counted as 1; NaN for a shape that is none. */
export const sizeOf = (shape: Shape): number =>
  shape.reduce<number>((size, one) => size * (one === null ? 1 : Number.isInteger(one) && one > 0 ? one : Number.NaN), 1);

/** What a recurrent layer or a wrapper wraps, and how wide a pooling layer looks. */
interface Fields {
  readonly cell?: object;
  readonly layer?: ModelLayer;
  readonly forwardLayer?: ModelLayer;
  readonly poolSize?: number | readonly number[];
}

/**
 * How many products a layer adds up for one example, from above: every weight is used once at every place of what goes in or comes out, and
 * pooling looks at its whole window. What an axis of unknown length adds is not counted.
 */
export function workOf(layer: ModelLayer, given: readonly Shape[], shapes: readonly Shape[]): number {
  // An embedding looks up a row of its weights, and uses no other.
  if (layer.getClassName() === 'Embedding') return sizeOf(shapes[0]);
  const places = Math.max(...[...given, ...shapes].map((shape) => sizeOf(shape.slice(0, -1))));
  const weights = layer.weights.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const { poolSize } = layer as Fields;
  const window = [poolSize ?? []].flat().reduce((area, side) => area * side, 1);
  return Math.max(places * weights, window * sizeOf(shapes[0]));
}

/** Steps in time, one after another, that a layer takes for inputs of a shape. */
export function stepsOf(layer: ModelLayer, [batch, time, ...rest]: Shape): number {
  const { cell, layer: wrapped, forwardLayer } = layer as Fields;
  if (forwardLayer) return stepsOf(forwardLayer, [batch, time, ...rest]);
  if (cell) return time ?? 1;
  return wrapped ? (time ?? 1) * Math.max(1, stepsOf(wrapped, [batch, ...rest])) : 0;
}
