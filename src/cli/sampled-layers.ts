import { quantileSorted } from 'simple-statistics';
import type { Activation } from '../activation/index.ts';
import { mlp } from '../architecture/index.ts';
import { normal } from '../init/index.ts';
import { realiseInLaw } from '../network/index.ts';
import type { Seed } from '../random/index.ts';
import type { Asked } from './theory-asked.ts';

/** Median and the 1st and 99th percentile of the std of each layer, over networks that were sampled. */
export interface SampledLayers {
  readonly networks: number;
  readonly seed: Seed;
  readonly layers: readonly { readonly lo: number; readonly median: number; readonly hi: number }[];
}

/** A second's work or two, in numbers drawn. */
const NUMBERS = 2e8;
/** What a layer costs before its first number, in numbers. */
const LAYER = 1000;
/** Networks without which, and beyond which, 1% of them says nothing more. */
const [FEWEST, MOST] = [200, 1000];
/** Networks whose traces are held at a time; of the others only the stds are kept. */
const AT_ONCE = 50;

/**
 * The percentiles over float32 networks of this width, sampled in law; undefined for networks so large that a second or two do not
 * give enough of them. A network that overflows counts as infinite from then on.
 */
export async function sampledLayers(activation: Activation, asked: Asked, seed: Seed): Promise<SampledLayers | undefined> {
  const { sigmaW, sigmaB, width, depth } = asked;
  const networks = Math.min(MOST, Math.floor(NUMBERS / ((LAYER + width) * depth)));
  if (networks < FEWEST) return undefined;
  const architecture = mlp({
    width,
    depth,
    batch: 1,
    input: { secondMoment: 1, cosine: 0 },
    activation,
    init: normal({ std: sigmaW / Math.sqrt(width) }),
    ...(sigmaB > 0 && { bias: normal({ std: sigmaB }) }),
  });
  const stds: Float64Array[] = [];
  for (let from = 0; from < networks; from += AT_ONCE) {
    const traces = await realiseInLaw(architecture, seed, from, Math.min(from + AT_ONCE, networks));
    stds.push(...traces.map((trace) => trace.std.slice(0, trace.firstNonFinite ?? depth)));
  }
  const layers = Array.from({ length: depth }, (_, layer) => {
    const sorted = stds.map((std) => std[layer] ?? Infinity).toSorted((a, b) => a - b);
    return { lo: percentile(sorted, 0.01), median: percentile(sorted, 0.5), hi: percentile(sorted, 0.99) };
  });
  return { networks, seed, layers };
}

/** Between two infinite values there is no mean to take. */
const percentile = (sorted: readonly number[], p: number): number => {
  const value = quantileSorted([...sorted], p);
  return Number.isNaN(value) ? Infinity : value;
};
