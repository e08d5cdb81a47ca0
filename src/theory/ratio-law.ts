import { binomialPmf, chiSquaredCdf, digamma, trigamma } from '../distribution/index.ts';
import { positiveInteger } from '../parameter.ts';

/** The law of q_{l+1}/q_l of one input vector across one layer, exact at any width. */
export interface RatioLaw {
  /** P(ratio ≤ r). */
  readonly cdf: (r: number) => number;
  /** P(ratio < r). */
  readonly left: (r: number) => number;
  /** E[ratio]: 1, so that E[q_L] = q_0 at any depth, however rarely a network shows it. */
  readonly mean: number;
  /** Var(ratio); E[q_L²]/E[q_L]² = (1 + variance)^L. */
  readonly variance: number;
  /** E[ln ratio], of the ratios that are not 0. */
  readonly lnMean: number;
  /** Var(ln ratio), of the ratios that are not 0. */
  readonly lnVariance: number;
}

/**
 * Linear network, Gaussian weights with σ_w = 1, width n: the ratio is χ²_n/n, independently from layer to layer.
 *
 * Given the layer's input h, z = W h is an isotropic Gaussian vector of n entries with variance |h|²/n. E ln = ψ(n/2) + ln(2/n).
 */
export function linearRatioLaw(n: number): RatioLaw {
  positiveInteger('n', n);
  const cdf = (r: number) => chiSquaredCdf(n, n * r);
  return { cdf, left: cdf, mean: 1, variance: 2 / n, lnMean: digamma(n / 2) + Math.log(2 / n), lnVariance: trigamma(n / 2) };
}

/** A binomial weight below this adds nothing that float64 could show. */
const NEGLIGIBLE = 1e-20;

/**
 * ReLU network, Gaussian weights with σ_w² = 2, width n: the ratio is (2/n)·χ²_K, K ~ Bin(n, ½) the number of units that fire.
 * With K = 0 the row dies: an atom of 2⁻ⁿ at 0.
 *
 * The ratio is (2/n)·Σ z_i²·1{z_i > 0}, n independent terms of mean ½ and variance 3/2 − 1/4: its own variance is 5/n.
 */
export function reluRatioLaw(n: number): RatioLaw {
  positiveInteger('n', n);
  // Hoeffding: P(|K − n/2| ≥ t) ≤ 2·exp(−2t²/n), which is less than NEGLIGIBLE at t = 5√n.
  const least = Math.max(0, Math.floor(n / 2 - 5 * Math.sqrt(n)));
  const firing = Array.from({ length: n - 2 * least + 1 }, (_, i) => ({ k: least + i, weight: binomialPmf(least + i, n, 0.5) }));
  const heavy = firing.filter(({ weight }) => weight > NEGLIGIBLE);
  const cdf = (r: number) => heavy.reduce((sum, { k, weight }) => sum + weight * chiSquaredCdf(k, (n * r) / 2), 0);
  return { cdf, left: (r) => (r <= 0 ? 0 : cdf(r)), mean: 1, variance: 5 / n, ...lnMoments(n, heavy) };
}

/** By the laws of total expectation and variance over K ≥ 1, with ln χ²_k of mean ψ(k/2) + ln 2 and variance ψ₁(k/2). */
function lnMoments(n: number, firing: readonly { k: number; weight: number }[]): Pick<RatioLaw, 'lnMean' | 'lnVariance'> {
  const alive = firing.filter(({ k }) => k > 0);
  const mass = alive.reduce((sum, { weight }) => sum + weight, 0);
  const expectation = (f: (k: number) => number) => alive.reduce((sum, { k, weight }) => sum + weight * f(k), 0) / mass;
  const mean = expectation((k) => digamma(k / 2));
  const spread = expectation((k) => (digamma(k / 2) - mean) ** 2);
  return { lnMean: mean + Math.log(4 / n), lnVariance: expectation((k) => trigamma(k / 2)) + spread };
}
