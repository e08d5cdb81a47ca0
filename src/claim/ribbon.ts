import type { Architecture } from '../architecture/index.ts';
import { lawObjection, realiseInLaw, type Sampler, type Trace } from '../network/index.ts';
import type { Seed } from '../random/index.ts';

/** Networks whose range a chart shows. */
export interface Ribbon {
  readonly traces: readonly Trace[];
  readonly sampler: Sampler;
}

/** Without as many, the 1st and 99th percentile say nothing of a population. */
const ENOUGH = 100;

/** Those that judged the claim where they are enough; else as many as it takes, sampled in law, where the weights are Gaussian. */
export async function ribbonOf(architecture: Architecture, judged: Ribbon, seed: Seed): Promise<Ribbon> {
  if (judged.traces.length >= ENOUGH || lawObjection(architecture)) return judged;
  return { traces: await realiseInLaw(architecture, seed, 0, ENOUGH), sampler: 'law' };
}
