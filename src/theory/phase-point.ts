import type { Activation } from '../activation/index.ts';
import { nonNegative, ParameterError } from '../parameter.ts';
import { chi, type Phase, phaseOf } from './chi.ts';
import { fixedPoint } from './fixed-points.ts';
import { varianceMap } from './variance-map.ts';

/**
 * What becomes of the second moment of an input of second moment 1, layer after layer: it settles at q* > 0, dies, grows without end,
 * or stays as it began (a homogeneous activation with its gain and no bias).
 */
export type Fate = 'settles' | 'dies' | 'explodes' | 'stays';

/** A pair of variances, and what mean field says of it. */
export interface PhasePoint {
  readonly sigmaW: number;
  readonly sigmaB: number;
  readonly fate: Fate;
  /** Where q ends: q*, or 0 where the signal dies; null where it explodes. */
  readonly q: number | null;
  /** χ₁ = χ(q) there; null where there is no q. */
  readonly chi1: number | null;
  readonly phase: Phase | null;
}

/**
 * The phase of a wide network with weights of variance σ_w²/n and biases of variance σ_b².
 *
 * @param sigmaW σ_w ≥ 0.
 * @param sigmaB σ_b ≥ 0.
 */
export function phaseAt(activation: Activation, sigmaW: number, sigmaB = 0): PhasePoint {
  const sigmaW2 = nonNegative('sigmaW', sigmaW) ** 2;
  const sigmaB2 = nonNegative('sigmaB', sigmaB) ** 2;
  const end = endOf(activation, sigmaW2, sigmaB2);
  const chi1 = end.q === null ? null : chi(activation, sigmaW2)(end.q);
  return { sigmaW, sigmaB, ...end, chi1, phase: chi1 === null ? null : phaseOf(chi1) };
}

function endOf(activation: Activation, sigmaW2: number, sigmaB2: number): Pick<PhasePoint, 'fate' | 'q'> {
  try {
    return { fate: 'settles', q: fixedPoint(activation, sigmaW2, sigmaB2) };
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
  }
  // There is no q* > 0: where the first step leads, the others follow, for V rises with q.
  const start = sigmaW2 + sigmaB2;
  if (sigmaB2 === 0 && activation.homogeneous && phaseOf(chi(activation, sigmaW2)(start)) === 'critical')
    return { fate: 'stays', q: start };
  return varianceMap(activation, sigmaW2, sigmaB2)(start) > start ? { fate: 'explodes', q: null } : { fate: 'dies', q: 0 };
}
