import type { Activation } from '../activation/index.ts';
import { normalQuantile } from '../distribution/index.ts';
import { moments } from './expectations.ts';
import { lnStd, type SquareNetworks } from './ln-std.ts';
import { varianceMap } from './variance-map.ts';

/** The std of one input's activations, layer by layer. */
export interface SignalPopulation {
  /** At infinite width. */
  readonly meanField: Float64Array;
  /** Over networks of this width. */
  readonly median: Float64Array;
  /** 1% of networks lie below. */
  readonly lo: Float64Array;
  /** 1% lie above. */
  readonly hi: Float64Array;
  /** The standard deviation, between networks, of ln std. */
  readonly lnSd: Float64Array;
}

/** z with P(Z ≤ z) = 99%: 2.326. */
export const NINETY_NINE: number = normalQuantile(0.99);

/**
 * What one input vector of second moment 1 shows over the population of Gaussian networks of this width: the std (Bessel's) of its n
 * activations at every layer, by the moments of ln std (`lnStd`) and the normal law for it. Nothing is sampled.
 *
 * Accuracy. Linear networks have exact moments, ReLU networks but for the last layer's sample variance; with v = Var ln q = O(1/n),
 * the others are off by O(v²) in the mean of ln std and by a share O(v) in its sd, and nothing is known where v is not small. The
 * normal law leaves out the skewness γ, which moves the quantile at z by (z² − 1)·γ·sd/6, O(1/n) too. Of 20,000 simulated chains of
 * width 256 and depth 100, tanh with σ_w = 1 shows that best: percentiles 6% off, the median 2%; five other populations 1%.
 * ReLU networks whose signal died (2⁻ⁿ a layer) are left out.
 *
 * @throws ParameterError for a width below 2, and for variances or a depth out of range.
 */
export function signalPopulation(activation: Activation, networks: SquareNetworks): SignalPopulation {
  const { sigmaW2, sigmaB2 = 0 } = networks;
  const layers = lnStd(activation, networks);
  const V = varianceMap(activation, sigmaW2, sigmaB2);
  let q = sigmaW2 + sigmaB2;
  const meanField = Float64Array.from(layers, () => {
    const { mean, secondMoment } = moments(activation, q);
    q = V(q);
    return Math.sqrt(secondMoment - mean * mean);
  });
  const quantile = (z: number) => Float64Array.from(layers, ({ mean, variance }) => Math.exp(mean + z * Math.sqrt(variance)));
  return {
    meanField,
    median: quantile(0),
    lo: quantile(-NINETY_NINE),
    hi: quantile(NINETY_NINE),
    lnSd: Float64Array.from(layers, ({ variance }) => Math.sqrt(variance)),
  };
}
