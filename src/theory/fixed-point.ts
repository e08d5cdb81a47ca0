import type { Activation } from '../activation/index.ts';
import { root } from '../numeric/index.ts';
import { ParameterError } from '../parameter.ts';
import { varianceMap } from './variance-map.ts';

/** Below this a second moment counts as dead: the search for q* > 0 begins here. */
const DEAD = 1e-9;

/**
 * q* > 0 with V(q*) = q*: where the second moment of the pre-activations of a bounded activation settles (Poole et al. 2016, eq. 3).
 *
 * @throws ParameterError where there is no such point: the signal dies (tanh with σ_w ≤ 1), or the activation knows no scale.
 */
export function fixedPoint(activation: Activation, sigmaW2: number): number {
  const V = varianceMap(activation, sigmaW2);
  const drift = (q: number) => V(q) - q;
  const highest = sigmaW2 * activation.bound ** 2;
  if (highest === Infinity) throw new ParameterError('activation', 'a bounded one, for q* to exist', activation.name);
  if (drift(DEAD) <= 0)
    throw new ParameterError('sigmaW2', `large enough for ${activation.name} to keep a signal alive`, sigmaW2);
  return root(drift, DEAD, highest);
}
