import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { type Seed, Stream } from '../../random/index.ts';
import type { Engine } from '../engine.ts';
import { columns, signal } from '../signal.ts';
import type { Signal } from '../trace.ts';
import type { Feed } from './model-input.ts';
import { modelBackward } from './model-backward.ts';
import { type Seen, modelForward } from './model-forward.ts';
import type { ModelTrace } from './model-trace.ts';
import { refuseUnsound } from './refuse-unsound.ts';
import { unitByUnit } from './unit-by-unit.ts';

const UNKNOWN: Signal = signal(Float32Array.of(Number.NaN), 1);

/** What one realisation shows of a model, and, where it is asked for, of the gradients on their way back. */
export function traceModel(
  engine: Engine,
  model: LayersModel,
  feeds: readonly Feed[],
  seed: Seed,
  realisation: number,
  withGradient: boolean,
): ModelTrace {
  refuseUnsound(engine, model, withGradient);
  engine.tf.engine().startScope();
  try {
    const inputs = feeds.map(({ data, shape }) => engine.tf.tensor(data, [...shape]));
    const sized = feeds.every(({ indices }) => !indices);
    model.resetStates();
    const shown = modelForward(model, inputs);
    const { seen, untraced } = shown;
    // Of a single number there is no std; everywhere else it is finite where the mean square is.
    const stop = seen.findIndex(({ signal: { secondMoment } }) => !Number.isFinite(secondMoment));
    const each = (read: (layer: Seen) => number) => Float64Array.from(seen, read);
    const trace = {
      input: sized ? together(inputs) : UNKNOWN,
      ...columns(seen.slice(0, stop === -1 ? seen.length : stop + 1).map((layer) => layer.signal)),
      firstNonFinite: stop === -1 ? null : stop,
      layers: seen.map(({ layer }) => layer),
      untraced,
      dead: each(({ dead }) => dead),
      saturated: each(({ saturated }) => saturated),
      kernelStd: each(({ kernelStd }) => kernelStd),
    };
    if (!withGradient) return trace;
    // Where it stopped, there is no way back from the output.
    if (stop !== -1) return { ...trace, gradient: { input: UNKNOWN, ...columns([]) } };
    model.resetStates();
    const back = modelBackward(engine, model, inputs, sized, shown, new Stream(seed, `${realisation}/model-cotangent`));
    return { ...trace, gradient: { input: sized ? together(back.inputs) : UNKNOWN, ...columns(back.layers) } };
  } finally {
    engine.tf.engine().endScope();
  }
}

/** Tensors of one batch as one signal. */
function together(tensors: readonly Tensor[]): Signal {
  const [batch] = tensors[0].shape;
  const turned = tensors.map((tensor) => unitByUnit(tensor.dataSync<'float32'>(), batch));
  const all = new Float32Array(turned.reduce((sum, { length }) => sum + length, 0));
  turned.reduce((at, one) => {
    all.set(one, at);
    return at + one.length;
  }, 0);
  return signal(all, batch);
}
