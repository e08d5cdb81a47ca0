import { setImmediate } from 'node:timers/promises';
import type { Architecture } from '../architecture/index.ts';
import type { Engine } from './engine.ts';
import type { Draws } from './draws.ts';
import { forward } from './forward.ts';
import type { Trace } from './trace.ts';

/** What one layer's weights of all networks at once may take, in bytes. */
const WEIGHTS_AT_ONCE = 64 * 2 ** 20;

/**
 * Traces of the realisations `from` ≤ index < `to` of an architecture, in batches as large as the backend gains from.
 *
 * A realisation's draws are its own: they depend neither on the batch nor on what was drawn before.
 */
export async function realise(
  engine: Engine,
  architecture: Architecture,
  drawsOf: (realisation: number) => Draws,
  from: number,
  to: number,
): Promise<Trace[]> {
  const largest = Math.max(...architecture.layers.map((layer) => layer.fanIn * layer.fanOut * Float32Array.BYTES_PER_ELEMENT));
  const atOnce = Math.max(1, Math.min(engine.networksAtOnce, Math.floor(WEIGHTS_AT_ONCE / largest)));
  // TensorFlow.js has one backend at a time: another engine may have been loaded since.
  await engine.tf.setBackend(engine.name);
  const traces: Trace[] = [];
  for (let start = from; start < to; start += atOnce) {
    const together = Array.from({ length: Math.min(atOnce, to - start) }, (_, i) => drawsOf(start + i));
    traces.push(...forward(engine, architecture, together));
    // A batch blocks the process for up to a second: let messages and signals through between two of them.
    await setImmediate();
  }
  return traces;
}
