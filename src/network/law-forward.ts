import type { Architecture } from '../architecture/index.ts';
import { semidefiniteFactor } from '../numeric/index.ts';
import type { Stream } from '../random/index.ts';
import type { Draws } from './draws.ts';
import { SLOT, slotsOf } from './law-slots.ts';
import { Recorder } from './recorder.ts';
import { activateRows } from './row-activation.ts';
import { rowSignal } from './row-signal.ts';
import type { RowSpace } from './row-space.ts';
import type { Probe } from './trace.ts';

export interface ForwardInLaw {
  readonly recorder: Recorder;
  /** X Xᵀ of what came into each layer. */
  readonly grams: readonly Float64Array[];
}

/**
 * Runs a realisation forward in law: Z = σ L G + b, where L Lᵀ = X Xᵀ and G are B × fan_out normal numbers from `stream`.
 *
 * The input and the biases are drawn as they are for weights.
 */
export function forwardInLaw(
  space: RowSpace,
  { batch, layers }: Architecture,
  draws: Draws,
  stream: Stream,
  probes: ReadonlySet<Probe>,
): ForwardInLaw {
  const back = probes.has('gradient');
  let x = space.rows(SLOT.input, layers[0].fanIn);
  const input = new Float32Array(batch * layers[0].fanIn);
  draws.input(input);
  space.fill(x, (place) => input[place]);
  const grams = [space.gram(x)];
  const recorder = new Recorder(rowSignal(space, x, grams[0]), layers.length);
  for (const [index, { fanIn, fanOut, init, bias, activation }] of layers.entries()) {
    if (!recorder.running) break;
    const slots = slotsOf(index, back);
    const g = space.rows(slots.g, fanOut);
    const z = space.rows(slots.z, fanOut);
    space.drawNormals(g, stream);
    space.lowerProduct(init.law([fanOut, fanIn]).std, semidefiniteFactor(grams[index], batch), g, z);
    if (bias) {
      const b = new Float32Array(fanOut);
      draws.bias(index, b);
      space.addToRows(z, b);
    }
    if (probes.has('preActivation')) recorder.preActivation(rowSignal(space, z));
    if (probes.has('derivative')) {
      const slopes = space.rows(SLOT.scratch, fanOut);
      space.apply(slopes, (count) => {
        for (let i = 0; i < count; i++) slopes.values[i] = activation.derivative(z.values[i]);
      });
      recorder.derivative(rowSignal(space, slopes));
    }
    x = space.rows(slots.h, fanOut);
    activateRows(space, activation, z, x);
    grams.push(space.gram(x));
    recorder.activation(rowSignal(space, x, grams[index + 1]));
  }
  return { recorder, grams };
}
