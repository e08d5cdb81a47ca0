import type { Law } from '../init/index.ts';
import type { Architecture } from '../architecture/index.ts';
import { type JsonNumber, jsonNumber } from '../claim/index.ts';
import { type Fate, type Phase, phaseAt } from '../theory/index.ts';

/** What mean field says of the networks of a cell, in the limit of infinite width and many layers. */
export interface Prediction {
  /** σ_w: √fan_in times the std of a weight. */
  readonly sigmaW: number;
  readonly fate: Fate;
  /** Where the second moment of the pre-activations ends; null where it explodes. */
  readonly q: JsonNumber | null;
  /** χ₁ there, by which the gradient's second moment is multiplied in each layer. */
  readonly chi1: JsonNumber | null;
  readonly phase: Phase | null;
}

/** Weights whose sums over many units are normal, whatever they themselves are. */
const MIXING: readonly Law['family'][] = ['normal', 'uniform', 'truncated normal', 'orthogonal', 'sparse normal'];

/** Theory's prediction; null where mean field does not hold (weights that are constant, of a mean, or the identity). */
export function predictionOf({ layers }: Architecture, sigmaB: number): Prediction | null {
  const [{ activation, init, fanIn, fanOut }] = layers;
  const { family, mean, std } = init.law([fanOut, fanIn]);
  if (!MIXING.includes(family) || mean !== 0) return null;
  const { sigmaW, fate, q, chi1, phase } = phaseAt(activation, Math.sqrt(fanIn) * std, sigmaB);
  return { sigmaW, fate, q: q === null ? null : jsonNumber(q), chi1: chi1 === null ? null : jsonNumber(chi1), phase };
}
