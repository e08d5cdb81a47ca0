import type { Architecture } from '../architecture/index.ts';
import type { Seed } from '../random/index.ts';
import { drawsFromStreams } from './draws.ts';
import type { Engine } from './engine.ts';
import { lawObjection } from './law-objection.ts';
import { realise } from './realise.ts';
import { realiseInLaw } from './realise-in-law.ts';
import type { Sampler } from './sampler.ts';
import type { Probe, Trace } from './trace.ts';

/** How the networks of an architecture are drawn where `wanted` was asked for: in law only where that shows what `probes` ask. */
export function samplerFor(architecture: Architecture, wanted: Sampler, probes: ReadonlySet<Probe> = new Set()): Sampler {
  return wanted === 'law' && !lawObjection(architecture) && !probes.has('jacobian') ? 'law' : 'weights';
}

/**
 * Traces of the realisations `from` ≤ index < `to` of an architecture, from our streams, by the sampler that `samplerFor` says.
 *
 * @param engine is asked for where weights are drawn.
 */
export async function realiseBy(
  wanted: Sampler,
  engine: () => Promise<Engine>,
  architecture: Architecture,
  seed: Seed,
  from: number,
  to: number,
  probes: ReadonlySet<Probe> = new Set(),
): Promise<Trace[]> {
  if (samplerFor(architecture, wanted, probes) === 'law') return realiseInLaw(architecture, seed, from, to, probes);
  const draws = (realisation: number) => drawsFromStreams(architecture, seed, realisation);
  return realise(await engine(), architecture, draws, from, to, probes);
}
