import { setImmediate } from 'node:timers/promises';
import { ParameterError } from '../../parameter.ts';
import type { Seed } from '../../random/index.ts';
import type { Engine } from '../engine.ts';
import type { Probe } from '../trace.ts';
import { buildModel } from './build-model.ts';
import { disposeModel } from './dispose-model.ts';
import { feedsOf } from './model-input.ts';
import type { ModelSubject } from './model-source.ts';
import type { ModelTrace } from './model-trace.ts';
import { withoutDropout } from './recurrent.ts';
import { noteWeights } from './repeated-weights.ts';
import { traceModel } from './trace-model.ts';

/** Examples of a batch, where nobody says how many. */
const BATCH = 16;

/**
 * Traces of the realisations `from` ≤ index < `to` of a model, each with fresh weights, in inference mode: dropout is off, and batch
 * normalisation takes its moving averages. A realisation depends on the seed and its own index only.
 *
 * @param probes what the traces show beside the outputs: `gradient`, with respect to every layer's output.
 * @throws ParameterError for another probe, and for inputs that do not fit; ModelError for a builder that makes no model, or the same weights
 *   each time.
 */
export async function realiseModel(
  engine: Engine,
  { model: source, input = { batch: BATCH } }: ModelSubject,
  seed: Seed,
  from: number,
  to: number,
  probes: ReadonlySet<Probe> = new Set(),
): Promise<ModelTrace[]> {
  for (const probe of probes) {
    if (probe !== 'gradient') throw new ParameterError('what is asked of a model', 'its outputs or their gradients', probe);
  }
  // TensorFlow.js has one backend at a time: another engine may have been loaded since.
  await engine.tf.setBackend(engine.name);
  const traces: ModelTrace[] = [];
  for (let realisation = from; realisation < to; realisation++) {
    const model = await buildModel(engine, source, seed, realisation);
    try {
      withoutDropout(model);
      noteWeights(source, model, seed, realisation);
      const feeds = feedsOf(model, input, seed, realisation);
      traces.push(traceModel(engine, model, feeds, seed, realisation, probes.has('gradient')));
    } finally {
      disposeModel(model);
    }
    // A realisation blocks the process: let messages and signals through between two of them.
    await setImmediate();
  }
  return traces;
}
