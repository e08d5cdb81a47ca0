import { type Architecture, mapLayers } from '../architecture/index.ts';
import { normal } from '../init/index.ts';
import { lawObjection, type Probe, realiseInLaw, type Trace } from '../network/index.ts';
import type { Seed } from '../random/index.ts';

/** Without as many, the range of a population is not to be seen; with more, a chart costs more than its claim. */
const NETWORKS = 50;

/** What was sampled last: claims that follow one another are often about one network. */
let last:
  | { readonly architecture: Architecture; readonly seed: Seed; readonly backward: boolean; readonly traces: readonly Trace[] }
  | undefined;

/**
 * Networks of an architecture's widths and depth, sampled in law with Gaussian weights of the same variances: what theory says of finite
 * width. Of uniform weights it holds but for terms of their kurtosis over fan_in. Null where weights have a mean, are shared, or are not
 * independent of one another.
 */
export async function inFiniteWidth(architecture: Architecture, seed: Seed, backward: boolean): Promise<readonly Trace[] | null> {
  const gaussian = withGaussianWeights(architecture);
  if (!gaussian || lawObjection(gaussian)) return null;
  if (last?.architecture !== architecture || last.seed !== seed || (backward && !last.backward)) {
    const probes = new Set<Probe>(backward ? ['gradient'] : []);
    last = { architecture, seed, backward, traces: await realiseInLaw(gaussian, seed, 0, NETWORKS, probes) };
  }
  return last.traces;
}

const INDEPENDENT = new Set(['normal', 'uniform', 'truncated normal']);

function withGaussianWeights(architecture: Architecture): Architecture | undefined {
  const laws = architecture.layers.map(({ init, fanIn, fanOut }) => init.law([fanOut, fanIn]));
  if (!laws.every(({ family, mean, std }) => INDEPENDENT.has(family) && mean === 0 && std > 0)) return undefined;
  return mapLayers(architecture, (layer, index) => ({ ...layer, init: normal({ std: laws[index].std }) }));
}
