import type { Activation } from '../activation/index.ts';
import { gaussianExpectation } from '../numeric/index.ts';

/** Mean and variance of the logarithm of a positive random number. */
export interface LogMoments {
  readonly mean: number;
  readonly variance: number;
}

/** How the logarithm of a statistic of n activations answers to x = ln q. */
export interface LogResponse {
  /** ln of its mean at x. */
  readonly value: number;
  /** The first derivative of that. */
  readonly slope: number;
  /** The second. */
  readonly curvature: number;
  /** The statistic's own relative variance at x, that of a sample of n. */
  readonly noise: number;
}

/**
 * ln of the statistic where x itself is random and the response was taken at its mean: the delta method, to second order in the
 * mean and to first in the variance.
 *
 * The statistic is its mean times 1 + ε, and E ln(1 + ε) = −Var(ε)/2 + …
 */
export function respond(x: LogMoments, { value, slope, curvature, noise }: LogResponse): LogMoments {
  return { mean: value + (curvature * x.variance - noise) / 2, variance: slope ** 2 * x.variance + noise };
}

/** Beyond this argument φ is a straight line to float64: the integrals are split there, or a narrow bend would hide between nodes. */
const STRAIGHT = 20;

/** Stands for q = 0⁺ and for more than float64 holds: φ no longer changes its shape there. */
const [LEAST, MOST] = [1e-300, 1e300];

/** Of one input's n activations φ(√q z_i): the next layer's q′ = σ_w²·Σφ²/n + σ_b², and s², the sample variance (Bessel's). */
export interface LogResponses {
  readonly next: LogResponse;
  readonly sampleVariance: LogResponse;
}

/**
 * The responses at x = ln q.
 *
 * No derivative of φ is taken, and so kinks do no harm: d/dx E f(√q z) = E[½(z² − 1)·f], the score of N(0, q) on the scale of ln q,
 * and d²/dx² E f = E[(¼(z² − 1)² − ½z²)·f]. Var s² = S²·(κ − (n − 3)/(n − 1))/n with κ the kurtosis of φ.
 */
export function logResponses(
  { phi, kinks, homogeneous, bound }: Activation,
  sigmaW2: number,
  sigmaB2: number,
  x: number,
  n: number,
): LogResponses {
  const q = Math.min(MOST, Math.max(LEAST, Math.exp(x)));
  // Integrands are of order 1: quadrature's tolerance is absolute below that, and φ⁴ must not overflow. Hence φ/√q, which a
  // homogeneous φ knows at any q.
  const inUnits = homogeneous || bound === Infinity || q < 1;
  const scale = homogeneous ? 1 : Math.sqrt(q);
  const unit = inUnits ? scale : 1;
  const shift = inUnits ? x : 0;
  const marks = [...kinks, 0, -STRAIGHT, STRAIGHT].map((mark) => mark / scale);
  const expectation = (f: (g: number, z: number) => number) =>
    gaussianExpectation((z) => f(phi(scale * z) / unit, z), marks).value;
  const score = (z: number) => (z * z - 1) / 2;
  const bend = (z: number) => score(z) ** 2 - (z * z) / 2;

  const square = expectation((g) => g * g);
  const V = sigmaW2 * square + sigmaB2 / (inUnits ? q : 1);
  const next = logarithm(V, [expectation((g, z) => score(z) * g * g), expectation((g, z) => bend(z) * g * g)], sigmaW2);

  const mean = expectation((g) => g);
  const drift = expectation((g, z) => score(z) * g);
  const S = expectation((g) => (g - mean) ** 2);
  const spread = logarithm(S, [
    expectation((g, z) => score(z) * (g - mean) ** 2),
    expectation((g, z) => bend(z) * (g - mean) ** 2) - 2 * drift ** 2,
  ]);
  const kurtosis = expectation((g) => (g - mean) ** 4) / S ** 2;
  return {
    next: {
      ...next,
      value: next.value + shift,
      noise: (sigmaW2 ** 2 * expectation((g) => (g * g - square) ** 2)) / V ** 2 / n,
    },
    sampleVariance: { ...spread, value: spread.value + shift, noise: (kurtosis - (n - 3) / (n - 1)) / n },
  };
}

/** ln of a function of x, given its value and two derivatives, these times `factor`. */
function logarithm(value: number, [first, second]: readonly [number, number], factor = 1) {
  const slope = (factor * first) / value;
  return { value: Math.log(value), slope, curvature: (factor * second) / value - slope ** 2 };
}
