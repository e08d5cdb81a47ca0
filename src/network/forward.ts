import type { Tensor3D } from '@tensorflow/tfjs';
import type { Architecture } from '../architecture/index.ts';
import type { Draws } from './draws.ts';
import type { Engine } from './engine.ts';
import { type DrawnLayer, drawLayer, part } from './layer.ts';
import { Recorder } from './recorder.ts';
import { signal } from './signal.ts';
import type { Probe } from './trace.ts';

/** A layer as the forward pass left it for the way back: what it is, and what came in. */
export interface Passed {
  readonly layer: DrawnLayer;
  readonly x: Tensor3D;
}

export interface Forward {
  readonly recorders: readonly Recorder[];
  /** Empty, where nothing was kept. */
  readonly passed: readonly Passed[];
}

/**
 * Runs realisations of an architecture together, layer by layer, each with draws of its own.
 *
 * Signals are kept as (n, B) and not (B, n), so that a layer is W·X: TensorFlow's wasm kernel multiplies without transposing
 * 2.5 times as fast as with. Only one layer's weights are in memory at a time, unless they are kept for the way back.
 *
 * @param show is shown every layer's activations, those of all realisations one after the other.
 */
export function forward(
  engine: Engine,
  { batch, layers }: Architecture,
  realisations: readonly Draws[],
  probes: ReadonlySet<Probe>,
  keep: boolean,
  show: (layer: number, activations: Float32Array) => void = () => {},
): Forward {
  const { tf } = engine;
  const width = layers[0].fanIn;
  const input = new Float32Array(realisations.length * width * batch);
  realisations.forEach((draws, i) => draws.input(part(input, i, width * batch)));
  const recorders = realisations.map((_, i) => new Recorder(signal(part(input, i, width * batch), batch), layers.length));
  const passed: Passed[] = [];
  let x = tf.tensor3d(input, [realisations.length, width, batch]);
  try {
    for (const [index, { fanOut, activation }] of layers.entries()) {
      const running = recorders.map((recorder) => recorder.running);
      if (!running.includes(true)) break;
      const layer = drawLayer(engine, layers[index], index, realisations, running);
      passed.push({ layer, x });
      const z = tf.tidy(() => layer.preActivation(x));
      x = tf.tidy(() => layer.activation(z));
      const each = (values: Float32Array, record: (recorder: Recorder, own: Float32Array) => void) =>
        recorders.forEach((recorder, i) => {
          if (running[i]) record(recorder, part(values, i, fanOut * batch));
        });
      if (probes.has('preActivation') || probes.has('derivative')) {
        each(z.dataSync<'float32'>(), (recorder, own) => {
          if (probes.has('preActivation')) recorder.preActivation(signal(own, batch));
          if (probes.has('derivative')) recorder.derivative(signal(Float64Array.from(own, activation.derivative), batch));
        });
      }
      // A linear layer's activation is its pre-activation, and then the same tensor.
      if (x !== z) z.dispose();
      const activations = x.dataSync<'float32'>();
      show(index, activations);
      each(activations, (recorder, own) => recorder.activation(signal(own, batch)));
      if (!keep) forget(passed.splice(0));
    }
    return { recorders, passed };
  } catch (error) {
    forget(passed);
    throw error;
  } finally {
    x.dispose();
  }
}

/** Frees what was kept for the way back. */
export function forget(passed: readonly Passed[]): void {
  for (const { layer, x } of passed) {
    layer.dispose();
    x.dispose();
  }
}
