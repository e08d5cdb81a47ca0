import type { Activation } from '../activation/index.ts';
import { root } from '../numeric/index.ts';
import { nonNegative, ParameterError } from '../parameter.ts';
import { derivativeProductMoment, moments } from './expectations.ts';
import { varianceSlope } from './variance-map.ts';

/** A point of the edge of chaos: q = V(q) and χ₁ = 1. */
export interface CriticalPoint {
  readonly q: number;
  /** σ_w². */
  readonly sigmaW2: number;
  /** σ_b². */
  readonly sigmaB2: number;
  /** V′(q); above 1 the variance map leaves q, and a network of these variances is not critical at all (GELU, SiLU with small σ_b). */
  readonly slope: number;
}

/**
 * The variances for which q ≥ 0 is a fixed point on the edge of chaos: σ_w² = 1/E[φ′²], σ_b² = q − σ_w²·E[φ²] (Xiao et al. 2018,
 * section 3). For homogeneous activations q is any, and σ_b = 0; at q = 0 the limit from above.
 *
 * @throws ParameterError where σ_b² would be negative.
 */
export function criticalPoint(activation: Activation, q: number): CriticalPoint {
  const sigmaW2 = criticalWeights(activation, nonNegative('q', q));
  const sigmaB2 = criticalBias(activation, q);
  if (sigmaB2 < 0) throw new ParameterError('q', `one that the edge of chaos of ${activation.name} has, with σ_b² ≥ 0`, q);
  return { q, sigmaW2, sigmaB2, slope: varianceSlope(activation, sigmaW2)(q) };
}

/** The scan of q: four points a decade. */
const SCAN = Array.from({ length: 4 * 16 + 1 }, (_, i) => 10 ** (-10 + i / 4));

/**
 * The edge of chaos at this σ_b²: where there are several such points on 0 < q ≤ 10⁶, that of the smallest q.
 *
 * With σ_b = 0 and φ(0) = 0 it is q = 0, σ_w = 1/|φ′(0)|: σ_w = 1 for tanh, the gain for homogeneous activations.
 *
 * @throws ParameterError where there is none: homogeneous activations have an edge at σ_b = 0 only.
 */
export function edgeOfChaos(activation: Activation, sigmaB2: number): CriticalPoint {
  nonNegative('sigmaB2', sigmaB2);
  const fromZero = activation.phi(0) === 0;
  if (sigmaB2 === 0 && fromZero) return criticalPoint(activation, 0);
  if (activation.homogeneous) throw new ParameterError('sigmaB2', `0, for ${activation.name} to have an edge of chaos`, sigmaB2);
  const excess = (q: number) => criticalBias(activation, q) - sigmaB2;
  const places = [...(fromZero ? [0] : []), ...SCAN];
  const first = places.findIndex((q, i) => i > 0 && excess(q) > 0 !== excess(places[i - 1]) > 0);
  if (first < 0) throw new ParameterError('sigmaB2', `one that the edge of chaos of ${activation.name} has`, sigmaB2);
  return { ...criticalPoint(activation, root(excess, places[first - 1], places[first])), sigmaB2 };
}

const criticalWeights = (activation: Activation, q: number): number => 1 / derivativeProductMoment(activation, q, 1);

/** Of homogeneous activations it is 0, since φ(x) = φ′(x)x makes E[φ²] = q·E[φ′²]; and so is what rounding cannot tell from 0. */
function criticalBias(activation: Activation, q: number): number {
  const bias = q - criticalWeights(activation, q) * moments(activation, q).secondMoment;
  return activation.homogeneous || Math.abs(bias) <= ROUNDING * q ? 0 : bias;
}

/** Of the two integrals' sums and their quotient. */
const ROUNDING = 16 * Number.EPSILON;
