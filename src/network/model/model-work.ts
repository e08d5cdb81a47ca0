import type { ModelLayer } from './model-layer.ts';

type Shape = readonly (number | null)[];

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
  if (layer.getClassName() === 'Embedding') return product(shapes[0], 0);
  const places = Math.max(...[...given, ...shapes].map((shape) => product(shape, 1)));
  const weights = layer.weights.reduce((sum, { shape }) => sum + product(shape, 0), 0);
  const { poolSize } = layer as Fields;
  const window = [poolSize ?? []].flat().reduce((area, side) => area * side, 1);
  return Math.max(places * weights, window * product(shapes[0], 0));
}

/** Steps in time, one after another, that a layer takes for inputs of a shape. */
export function stepsOf(layer: ModelLayer, [batch, time, ...rest]: Shape): number {
  const { cell, layer: wrapped, forwardLayer } = layer as Fields;
  if (forwardLayer) return stepsOf(forwardLayer, [batch, time, ...rest]);
  if (cell) return time ?? 1;
  return wrapped ? (time ?? 1) * Math.max(1, stepsOf(wrapped, [batch, ...rest])) : 0;
}

/** Of a shape without its last axes; axes of unknown length count as one. */
const product = (shape: Shape, last: number): number =>
  shape.slice(0, shape.length - last).reduce<number>((size, one) => size * (one ?? 1), 1);
