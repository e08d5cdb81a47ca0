import type { Architecture } from '../architecture/index.ts';
import { lawObjection, realiseInLaw, type Sampler, type Trace } from '../network/index.ts';
import type { Seed } from '../random/index.ts';

/** Networks whose range a chart shows. */
export interface Ribbon {
  readonly traces: readonly Trace[];
  readonly sampler: Sampler;
}

/** Without as many, the range of a population is not to be seen. */
const ENOUGH = 50;

/** What was sampled last: claims that follow one another are often about one network. */
let last: { readonly architecture: Architecture; readonly seed: Seed; readonly traces: readonly Trace[] } | undefined;

/** Those that judged the claim where they are enough; else as many as it takes, sampled in law, where the weights are Gaussian. */
export async function ribbonOf(architecture: Architecture, judged: Ribbon, seed: Seed): Promise<Ribbon> {
  if (judged.traces.length >= ENOUGH || lawObjection(architecture)) return judged;
  if (last?.architecture !== architecture || last.seed !== seed) {
    last = { architecture, seed, traces: await realiseInLaw(architecture, seed, 0, ENOUGH) };
  }
  return { traces: last.traces, sampler: 'law' };
}
