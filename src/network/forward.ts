import type { Tensor3D } from '@tensorflow/tfjs';
import type { Architecture, Layer } from '../architecture/index.ts';
import { activate } from './activate.ts';
import type { Draws } from './draws.ts';
import type { Engine } from './engine.ts';
import { signal } from './signal.ts';
import type { Signal, Trace } from './trace.ts';

/**
 * Runs realisations of an architecture together, layer by layer, each with draws of its own.
 *
 * Signals are kept as (n, B) and not (B, n), so that a layer is W·X: TensorFlow's wasm kernel multiplies without transposing
 * 2.5 times as fast as with. Only one layer's weights are in memory at a time.
 */
export function forward(engine: Engine, architecture: Architecture, realisations: readonly Draws[]): Trace[] {
  const { tf } = engine;
  const { batch, layers } = architecture;
  const width = layers[0].fanIn;
  const together = realisations.length;
  const input = new Float32Array(together * width * batch);
  realisations.forEach((draws, i) => draws.input(part(input, i, width * batch)));
  const recorders = realisations.map((_, i) => new Recorder(signal(part(input, i, width * batch), batch), layers.length));
  let x = tf.tensor3d(input, [together, width, batch]);
  try {
    for (const [index, layer] of layers.entries()) {
      const running = recorders.map((recorder) => recorder.running);
      if (!running.includes(true)) break;
      const weights = drawWeights(layer, index, realisations, running);
      const next = tf.tidy(() =>
        activate(engine, layer.activation, tf.matMul<Tensor3D>(tf.tensor3d(weights, [together, layer.fanOut, layer.fanIn]), x)),
      );
      x.dispose();
      x = next;
      const values = x.dataSync<'float32'>();
      recorders.forEach((recorder, i) => {
        if (running[i]) recorder.add(signal(part(values, i, layer.fanOut * batch), batch));
      });
    }
  } finally {
    x.dispose();
  }
  return recorders.map((recorder) => recorder.trace());
}

/** The i-th of equally long parts of an array, not copied. */
const part = (values: Float32Array, i: number, length: number) => values.subarray(i * length, (i + 1) * length);

/** One layer's weights of all realisations, one after the other; a realisation that has stopped draws none. */
function drawWeights(layer: Layer, index: number, realisations: readonly Draws[], running: readonly boolean[]): Float32Array {
  const size = layer.fanOut * layer.fanIn;
  const weights = new Float32Array(realisations.length * size);
  realisations.forEach((draws, i) => {
    if (running[i]) draws.weight(index, part(weights, i, size));
  });
  return weights;
}

/** Collects one realisation's signals until its std is no longer finite. */
class Recorder {
  readonly #input: Signal;
  readonly #signals: Signal[] = [];
  readonly #depth: number;

  constructor(input: Signal, depth: number) {
    this.#input = input;
    this.#depth = depth;
  }

  get #stopped(): boolean {
    const last = this.#signals.at(-1);
    return last !== undefined && !Number.isFinite(last.std);
  }

  get running(): boolean {
    return this.#signals.length < this.#depth && !this.#stopped;
  }

  add(signal: Signal): void {
    this.#signals.push(signal);
  }

  trace(): Trace {
    const column = (name: keyof Signal) => Float64Array.from(this.#signals, (signal) => signal[name]);
    return {
      input: this.#input,
      mean: column('mean'),
      std: column('std'),
      secondMoment: column('secondMoment'),
      rowSecondMoment: column('rowSecondMoment'),
      firstNonFinite: this.#stopped ? this.#signals.length - 1 : null,
    };
  }
}
