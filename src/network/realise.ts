import { setImmediate } from 'node:timers/promises';
import type { Architecture } from '../architecture/index.ts';
import { gradients } from './backward.ts';
import type { Draws } from './draws.ts';
import type { Engine } from './engine.ts';
import { forget, forward } from './forward.ts';
import { jacobians } from './jacobian.ts';
import { unreached } from './signal.ts';
import type { Probe, Trace } from './trace.ts';

/** What the weights of all networks that are run together may take, in bytes: one layer's of each, or all where they are kept. */
const WEIGHTS_AT_ONCE = { passing: 64 * 2 ** 20, kept: 256 * 2 ** 20 };

/**
 * Traces of the realisations `from` ≤ index < `to` of an architecture, in batches as large as the backend gains from.
 *
 * A realisation's draws are its own: they depend neither on the batch nor on what was drawn before.
 *
 * @param probes what the traces show beside the activations.
 */
export async function realise(
  engine: Engine,
  architecture: Architecture,
  drawsOf: (realisation: number) => Draws,
  from: number,
  to: number,
  probes: ReadonlySet<Probe> = new Set(),
): Promise<Trace[]> {
  const atOnce = Math.max(1, Math.min(engine.networksAtOnce, fitting(architecture, backwards(probes))));
  // TensorFlow.js has one backend at a time: another engine may have been loaded since.
  await engine.tf.setBackend(engine.name);
  const traces: Trace[] = [];
  for (let start = from; start < to; start += atOnce) {
    const together = Array.from({ length: Math.min(atOnce, to - start) }, (_, i) => drawsOf(start + i));
    traces.push(...run(engine, architecture, together, probes));
    // A batch blocks the process for up to a second: let messages and signals through between two of them.
    await setImmediate();
  }
  return traces;
}

const backwards = (probes: ReadonlySet<Probe>) => probes.has('gradient') || probes.has('jacobian');

/** How many networks' weights fit into memory. */
function fitting({ layers }: Architecture, kept: boolean): number {
  const sizes = layers.map(({ fanIn, fanOut }) => fanIn * fanOut * Float32Array.BYTES_PER_ELEMENT);
  const network = kept ? sizes.reduce((sum, size) => sum + size, 0) : Math.max(...sizes);
  return Math.floor(WEIGHTS_AT_ONCE[kept ? 'kept' : 'passing'] / network);
}

function run(engine: Engine, architecture: Architecture, together: readonly Draws[], probes: ReadonlySet<Probe>): Trace[] {
  const { recorders, passed } = forward(engine, architecture, together, probes, backwards(probes));
  try {
    // Where every realisation stopped, there is no way back from the output.
    const whole = passed.length === architecture.layers.length;
    if (probes.has('gradient')) {
      const seen = whole ? gradients(engine, architecture, together, passed) : [];
      recorders.forEach((recorder, i) => recorder.gradient(recorder.stopped ? unreached(architecture.batch) : seen[i]));
    }
    if (probes.has('jacobian')) {
      const seen = whole ? jacobians(engine, architecture, together.length, passed) : [];
      recorders.forEach((recorder, i) => recorder.singularValues(recorder.stopped ? new Float64Array() : seen[i]));
    }
    return recorders.map((recorder) => recorder.trace());
  } finally {
    forget(passed);
  }
}
