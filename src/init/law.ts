import { normalCdf } from '../distribution/index.ts';

/** The distribution that every weight of a matrix is drawn from, independently. */
export interface Law {
  readonly family: 'normal' | 'uniform' | 'truncated normal';
  readonly mean: number;
  readonly std: number;
  /** Fourth central moment over the squared variance: 3 normal, 1.8 uniform. */
  readonly kurtosis: number;
  /** Distribution function, P(w ≤ x). */
  readonly cdf: (x: number) => number;
}

/** N(mean, std²). */
export function normalLaw(mean: number, std: number): Law {
  return { family: 'normal', mean, std, kurtosis: 3, cdf: (x) => (std === 0 ? Number(x >= mean) : normalCdf((x - mean) / std)) };
}

/** U(low, high), of variance (high − low)²/12. */
export function uniformLaw(low: number, high: number): Law {
  const span = high - low;
  const cdf = (x: number) => (x >= high ? 1 : Math.max(0, (x - low) / span));
  return { family: 'uniform', mean: low + span / 2, std: span / Math.sqrt(12), kurtosis: 1.8, cdf };
}

/** Where a truncated normal is cut, in standard deviations of the normal that it is cut from: what frameworks do. */
export const CUT = 2;

/**
 * N(0, σ²) cut at ±2σ and not rescaled: its variance is only 0.7737σ².
 *
 * With Φ, φ the standard normal's, Z = 2Φ(2) − 1 and m = 2·2φ(2)/Z: variance 1 − m, fourth moment 3 − (2³·2φ(2))/Z − 3m
 * (integration by parts; Johnson, Kotz & Balakrishnan 1994, section 13.10.1).
 */
export function truncatedNormalLaw(sigma: number): Law {
  const mass = 2 * normalCdf(CUT) - 1;
  const edge = (2 * Math.exp(-0.5 * CUT * CUT)) / Math.sqrt(2 * Math.PI) / mass;
  const variance = 1 - CUT * edge;
  const fourth = 3 - CUT ** 3 * edge - 3 * CUT * edge;
  const inside = (z: number) => Math.min(1, Math.max(0, (normalCdf(z) - normalCdf(-CUT)) / mass));
  const cdf = (x: number) => (sigma === 0 ? Number(x >= 0) : inside(x / sigma));
  return { family: 'truncated normal', mean: 0, std: sigma * Math.sqrt(variance), kurtosis: fourth / variance ** 2, cdf };
}
