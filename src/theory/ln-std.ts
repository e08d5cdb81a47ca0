import type { Activation } from '../activation/index.ts';
import { nonNegative, ParameterError, positive, positiveInteger } from '../parameter.ts';
import { moments } from './expectations.ts';
import { type LogMoments, logResponses, respond } from './log-response.ts';
import { linearRatioLaw, type RatioLaw, reluRatioLaw } from './ratio-law.ts';

/** A population of square networks with Gaussian weights and biases. */
export interface SquareNetworks {
  /** σ_w², n times the variance of a weight. */
  readonly sigmaW2: number;
  /** σ_b², the variance of a bias. */
  readonly sigmaB2?: number;
  readonly width: number;
  readonly depth: number;
}

/**
 * Mean and variance, over networks, of ln s at every layer: s the std (Bessel's) of the n activations of one input vector of second
 * moment 1. The first layer's pre-activations have the second moment σ_w² + σ_b² in every network.
 *
 * Given q_l the pre-activations are n independent normal numbers, so that q_{l+1} = σ_w²·Σφ(√q_l z_i)²/n + σ_b² is a Markov chain. In
 * ln q a linear or ReLU network without bias adds independent terms with the moments of its ratio law, exactly; the others go
 * by the delta method (`respond`).
 */
export function lnStd(activation: Activation, { sigmaW2, sigmaB2 = 0, width, depth }: SquareNetworks): LogMoments[] {
  positive('sigmaW2', sigmaW2);
  nonNegative('sigmaB2', sigmaB2);
  positiveInteger('depth', depth);
  if (positiveInteger('width', width) < 2) throw new ParameterError('width', 'at least 2, for a std', width);
  const law = sigmaB2 === 0 ? exactLaw(activation) : undefined;
  return law ? bySums(activation, sigmaW2, law, width, depth) : byResponses(activation, sigmaW2, sigmaB2, width, depth);
}

/** The law of a sample variance is known of normal numbers only: χ²_{n−1}/(n−1), a linear network's ratio at one width less. */
function bySums(activation: Activation, sigmaW2: number, law: (n: number) => RatioLaw, n: number, depth: number): LogMoments[] {
  const { lnMean, lnVariance } = law(n);
  const growth = Math.log(sigmaW2 * moments(activation, 1).secondMoment) + lnMean;
  const last = activation.name === 'linear' ? linearRatioLaw(n - 1) : undefined;
  const { sampleVariance } = logResponses(activation, sigmaW2, 0, 0, n);
  const { mean, variance } = last ? { mean: last.lnMean, variance: last.lnVariance } : respond(CERTAIN, sampleVariance);
  return Array.from({ length: depth }, (_, l) =>
    root({ mean: Math.log(sigmaW2) + l * growth + mean, variance: l * lnVariance + variance }),
  );
}

function byResponses(activation: Activation, sigmaW2: number, sigmaB2: number, n: number, depth: number): LogMoments[] {
  let lnQ: LogMoments = { mean: Math.log(sigmaW2 + sigmaB2), variance: 0 };
  return Array.from({ length: depth }, () => {
    const { next, sampleVariance } = logResponses(activation, sigmaW2, sigmaB2, lnQ.mean, n);
    const lnVariance = respond(lnQ, sampleVariance);
    lnQ = respond(lnQ, next);
    return root(lnVariance);
  });
}

const CERTAIN: LogMoments = { mean: 0, variance: 0 };

/** From ln s² to ln s. */
const root = ({ mean, variance }: LogMoments): LogMoments => ({ mean: mean / 2, variance: variance / 4 });

function exactLaw({ name }: Activation): ((n: number) => RatioLaw) | undefined {
  if (name === 'linear') return linearRatioLaw;
  return name === 'relu' ? reluRatioLaw : undefined;
}
