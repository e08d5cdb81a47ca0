import type { Law } from '../init/index.ts';
import { inside, samplerFor } from '../network/index.ts';
import type { Ensembles } from './ensemble.ts';
import { drawnNetworks, type Subject } from './population.ts';
import type { HistogramRecord, HistogramsRecord } from './record.ts';

/** How many layers' activations are shown, spread over the depth. */
const SHOWN = 4;

const BINS = 24;

/** What was made last: claims that follow one another are often about one network. */
let last: { readonly subject: object; readonly seed: unknown; readonly record: HistogramsRecord } | undefined;

/**
 * The weights of the middle layer of a subject's first network, beside their law, and the activations of a few of its layers; null of what
 * is no network, and of networks in law, which have no weights.
 */
export async function histogramsOf(subject: Subject, { seed, engine, sampler }: Ensembles): Promise<HistogramsRecord | null> {
  if (last?.subject === subject && last.seed === seed) return last.record;
  const drawn = drawnNetworks(subject);
  if (!drawn || (!('draws' in subject) && samplerFor(drawn.architecture, sampler) === 'law')) return null;
  const { layers } = drawn.architecture;
  const middle = Math.floor((layers.length - 1) / 2);
  const { init, fanIn, fanOut } = layers[middle];
  const spread = Array.from({ length: SHOWN }, (_, i) => Math.round((i * (layers.length - 1)) / (SHOWN - 1)));
  const { weights, activations } = await inside(await engine(), drawn.architecture, drawn.draws(seed, 0), middle, spread);
  const weighed = histogram(weights);
  const record = {
    weights: {
      layer: middle,
      law: init.name,
      ...weighed,
      expected: expected(init.law([fanOut, fanIn]), weighed, weights.length),
    },
    activations: [...activations].map(([layer, values]) => ({ layer, ...histogram(values) })),
  };
  last = { subject, seed, record };
  return record;
}

/** Bins of equal width from the smallest value to the largest. */
function histogram(values: Float32Array): HistogramRecord {
  let [from, to] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < from) from = value;
    if (value > to) to = value;
  }
  const counts = new Array<number>(BINS).fill(0);
  const scale = to > from ? BINS / (to - from) : 0;
  for (const value of values) counts[Math.min(BINS - 1, Math.floor((value - from) * scale))]++;
  return { from, to, counts };
}

function expected({ cdf }: Law, { from, to, counts }: HistogramRecord, weights: number): number[] {
  const edge = (bin: number) => from + ((to - from) * bin) / counts.length;
  return counts.map((_, bin) => Number((weights * (cdf(edge(bin + 1)) - cdf(edge(bin)))).toFixed(2)));
}
