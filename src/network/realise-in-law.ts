import { setImmediate } from 'node:timers/promises';
import type { Architecture } from '../architecture/index.ts';
import { ParameterError } from '../parameter.ts';
import { type Seed, Stream } from '../random/index.ts';
import { drawsFromStreams } from './draws.ts';
import { backwardInLaw } from './law-backward.ts';
import { forwardInLaw } from './law-forward.ts';
import { lawObjection } from './law-objection.ts';
import { slotsFor } from './law-slots.ts';
import { RowSpace } from './row-space.ts';
import { unreached } from './signal.ts';
import type { Probe, Trace } from './trace.ts';

/** Numbers drawn, at the least, before messages and signals are let through: some ten milliseconds' worth. */
const UNINTERRUPTED = 2 ** 20;

/**
 * Traces of the realisations `from` ≤ index < `to` of an architecture with Gaussian weights, of exactly the law that `realise` draws
 * from, without its weights: B numbers a unit instead of fan_in.
 *
 * Given the signals X that come in (B × fan_in), the rows of Z = X Wᵀ over the units are independent N(0, σ² X Xᵀ), and given Z
 * what is left of W is free. Every layer's pre-activations, and every gradient on the way back, are drawn from these laws.
 *
 * The same in law: statistics agree with those of networks with weights, but not number by number for one seed.
 *
 * @throws ParameterError for weights that are not independent N(0, σ²) numbers, for the Jacobian, and for signals that take more
 *   memory than there is.
 */
export async function realiseInLaw(
  architecture: Architecture,
  seed: Seed,
  from: number,
  to: number,
  probes: ReadonlySet<Probe> = new Set(),
): Promise<Trace[]> {
  const objection = lawObjection(architecture);
  if (objection) throw new ParameterError('architecture sampled in law', 'one of independent N(0, σ²) weights', objection);
  if (probes.has('jacobian'))
    throw new ParameterError('probes of a network sampled in law', 'others than the Jacobian', 'jacobian');
  const { batch, layers } = architecture;
  const back = probes.has('gradient');
  const widest = Math.max(layers[0].fanIn, ...layers.map((layer) => layer.fanOut));
  const space = new RowSpace(batch, widest, slotsFor(layers.length, back));
  const traces: Trace[] = [];
  let drawn = 0;
  for (let realisation = from; realisation < to; realisation++) {
    const label = `law/${realisation}`;
    const draws = drawsFromStreams(architecture, seed, label);
    const { recorder, grams } = forwardInLaw(space, architecture, draws, new Stream(seed, `${label}/forward`), probes);
    if (back) {
      const stream = new Stream(seed, `${label}/backward`);
      recorder.gradient(recorder.stopped ? unreached(batch) : backwardInLaw(space, architecture, draws, stream, grams));
    }
    traces.push(recorder.trace());
    drawn += batch * widest * layers.length;
    if (drawn >= UNINTERRUPTED) {
      drawn = 0;
      await setImmediate();
    }
  }
  return traces;
}
