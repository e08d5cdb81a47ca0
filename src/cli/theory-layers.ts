import type { Activation } from '../activation/index.ts';
import { chi, signalPopulation, varianceMap } from '../theory/index.ts';
import type { SampledLayers } from './sampled-layers.ts';
import type { Asked } from './theory-asked.ts';

/** What theory says of one layer, counted from 0; null from where the second moment leaves float64, or the signal float32. */
export interface LayerTheory {
  readonly layer: number;
  /** The std of its activations at infinite width. */
  readonly std: number | null;
  /** Over networks of this width: the median, and the 1st and 99th percentile. */
  readonly median: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  /** √χ(q_l): the factor by which the gradient's std grows on its way back through this layer. */
  readonly gradient: number | null;
  /** ln of the product of these factors from layer 0 to this one. */
  readonly lnGradient: number | null;
}

/** A second moment beyond this leaves float64 in a layer or two. */
const HUGE = 1e300;

/** Every layer, from q_0 = σ_w² + σ_b²: an input of second moment 1. The percentiles are those of `sampled`, or else theory's own. */
export function layersTheory(
  activation: Activation,
  { sigmaW, sigmaB, width, depth }: Asked,
  sampled: SampledLayers | undefined,
): LayerTheory[] {
  const [sigmaW2, sigmaB2] = [sigmaW ** 2, sigmaB ** 2];
  const V = varianceMap(activation, sigmaW2, sigmaB2);
  const X = chi(activation, sigmaW2);
  const moments: number[] = [];
  for (let q = sigmaW2 + sigmaB2; moments.length < depth && q < HUGE; q = V(q)) moments.push(q);
  const known = moments.length;
  const { meanField, median, lo, hi } = signalPopulation(activation, { sigmaW2, sigmaB2, width, depth: Math.max(1, known) });
  const range = (layer: number) => sampled?.layers[layer] ?? { median: median[layer], lo: lo[layer], hi: hi[layer] };
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  let lnGradient = 0;
  return Array.from({ length: depth }, (_, layer) => {
    const there = layer < known;
    // A homogeneous activation's χ is the same at any q.
    const gradient = there ? Math.sqrt(X(moments[layer])) : activation.homogeneous ? Math.sqrt(X(1)) : null;
    lnGradient = gradient === null ? NaN : lnGradient + Math.log(gradient);
    const own = there ? range(layer) : { median: NaN, lo: NaN, hi: NaN };
    const signal = { std: there ? meanField[layer] : null, median: finite(own.median), lo: finite(own.lo), hi: finite(own.hi) };
    return { layer, ...signal, gradient, lnGradient: gradient === null ? null : lnGradient };
  });
}
