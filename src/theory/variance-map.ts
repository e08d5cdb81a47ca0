import type { Activation } from '../activation/index.ts';
import { gaussianExpectation } from '../numeric/index.ts';

/** Two moments of φ(z) for z ~ N(0, q). */
export interface Moments {
  /** E[φ(z)]. */
  mean: number;
  /** E[φ(z)²]. */
  secondMoment: number;
}

/**
 * Moments of an activation over a Gaussian pre-activation of second moment q ≥ 0, in the limit of infinite width.
 *
 * Activations with φ(cx) = cφ(x) for c > 0 are scaled from q = 1, so that q may take any value that float64 holds.
 */
export function moments(activation: Activation, q: number): Moments {
  const scale = Math.sqrt(q);
  if (activation.homogeneous) {
    const unit = integrals(activation, 1);
    return { mean: unit.mean * scale, secondMoment: unit.secondMoment * q };
  }
  return integrals(activation, scale);
}

/** V(q) = σ_w²·E[φ(√q z)²], z ~ N(0, 1): the next pre-activation's second moment (Poole et al. 2016, eq. 3, without bias). */
export function varianceMap(activation: Activation, sigmaW2: number): (q: number) => number {
  return (q) => sigmaW2 * moments(activation, q).secondMoment;
}

/** Beyond this argument a bounded activation is flat to float64: what it does, it does within ± this / √q. */
const FLAT = 20;

function integrals({ phi, kinks, homogeneous }: Activation, scale: number): Moments {
  // A narrow step would hide between the quadrature's nodes: the integral is split where it begins and ends.
  const splits = !homogeneous && scale > FLAT / 2 ? [-FLAT / scale, 0, FLAT / scale] : kinks;
  const expectation = (f: (x: number) => number) => gaussianExpectation((z) => f(scale * z), splits).value;
  return { mean: expectation(phi), secondMoment: expectation((x) => phi(x) ** 2) };
}
