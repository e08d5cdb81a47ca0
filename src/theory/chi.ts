import type { Activation } from '../activation/index.ts';
import { nonNegative } from '../parameter.ts';
import { derivativeProductMoment } from './expectations.ts';

/** χ(q) = σ_w²·E[φ′(√q z)²]: the gradient's second moment grows by χ₁ = χ(q*) a layer (Schoenholz et al. 2017, eq. 5). */
export function chi(activation: Activation, sigmaW2: number): (q: number) => number {
  nonNegative('sigmaW2', sigmaW2);
  return (q) => sigmaW2 * derivativeProductMoment(activation, q, 1);
}

/** Whether gradients vanish (ordered), keep their size (critical) or explode (chaotic). */
export type Phase = 'ordered' | 'critical' | 'chaotic';

/** Expectations are right to some 1e-12: what is nearer to 1 than this cannot be told from it. */
const CRITICAL = 1e-9;

/** Whether a growth factor is 1, to within 1e-9. */
export const isCritical = (factor: number): boolean => Math.abs(factor - 1) <= CRITICAL;

/** The phase of a network with this χ₁. */
export function phaseOf(chi1: number): Phase {
  if (isCritical(chi1)) return 'critical';
  return chi1 < 1 ? 'ordered' : 'chaotic';
}
