import type { Tensor3D } from '@tensorflow/tfjs';
import type { Layer } from '../architecture/index.ts';
import { activate } from './activate.ts';
import type { Draws } from './draws.ts';
import type { Engine } from './engine.ts';

/** One layer of several realisations, drawn and ready to be applied to their signals, (networks, n, B). */
export interface DrawnLayer {
  /** z = W x + b. */
  readonly preActivation: (x: Tensor3D) => Tensor3D;
  /** Wᵀ g: what a gradient with respect to z is with respect to x. */
  readonly transposed: (g: Tensor3D) => Tensor3D;
  /** φ(z). */
  readonly activation: (z: Tensor3D) => Tensor3D;
  readonly dispose: () => void;
}

/** Draws a layer's weights and biases; a realisation that has stopped draws none. */
export function drawLayer(
  engine: Engine,
  layer: Layer,
  index: number,
  realisations: readonly Draws[],
  running: readonly boolean[],
): DrawnLayer {
  const { tf } = engine;
  const { fanIn, fanOut } = layer;
  const drawn = (size: number, draw: (draws: Draws, out: Float32Array) => void): Float32Array => {
    const all = new Float32Array(realisations.length * size);
    realisations.forEach((draws, i) => {
      if (running[i]) draw(draws, part(all, i, size));
    });
    return all;
  };
  const networks = realisations.length;
  const weights = drawn(fanOut * fanIn, (draws, out) => draws.weight(index, out));
  const biases = layer.bias && drawn(fanOut, (draws, out) => draws.bias(index, out));
  const W = tf.tensor3d(weights, [networks, fanOut, fanIn]);
  const b = biases && tf.tensor3d(biases, [networks, fanOut, 1]);
  return {
    preActivation: (x) => (b ? tf.add(tf.matMul(W, x), b) : tf.matMul(W, x)),
    // Transposed first: the wasm kernel takes six times as long to multiply by what it has to read across.
    transposed: (g) => tf.matMul(tf.transpose(W, [0, 2, 1]), g),
    activation: (z) => activate(engine, layer.activation, z),
    dispose: () => tf.dispose(b ? [W, b] : W),
  };
}

/** The i-th of equally long parts of an array, not copied. */
export const part = (values: Float32Array, i: number, length: number): Float32Array =>
  values.subarray(i * length, (i + 1) * length);
