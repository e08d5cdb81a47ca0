import type { Activation } from '../activation/index.ts';
import { root } from '../numeric/index.ts';
import { ParameterError } from '../parameter.ts';
import { isCritical } from './chi.ts';
import { varianceMap, varianceSlope } from './variance-map.ts';

/** A fixed point of the variance map. */
export interface FixedPoint {
  /** q* = V(q*) ≥ 0. */
  readonly q: number;
  /** V′(q*). */
  readonly slope: number;
  /** Whether V′(q*) < 1: second moments near q* move towards it, by the factor V′(q*) a layer. */
  readonly stable: boolean;
}

/** Where the search begins where nothing says that q* is larger, and where it ends where φ has no bound. */
const [LOWEST, HIGHEST] = [1e-12, 1e6];

/** Grid points a decade. */
const DENSITY = 4;

/**
 * All fixed points of the variance map on [0, 10⁶], from the lowest up; q = 0 is one where V(0) = 0.
 *
 * They are sought on a logarithmic grid, 4 points a decade, and where V(q) − q turns around between two of its points, so that a
 * pair of them does not slip through. A homogeneous activation has the straight line V(q) = χq + σ_b², which meets the diagonal
 * once, at σ_b²/(1 − χ), or never. With χ = 1 and σ_b = 0 it *is* the diagonal: every q ≥ 0 is then fixed, none attracts another,
 * and q = 0 with slope 1 stands for all of them.
 */
export function fixedPoints(activation: Activation, sigmaW2: number, sigmaB2 = 0): FixedPoint[] {
  const V = varianceMap(activation, sigmaW2, sigmaB2);
  const slope = varianceSlope(activation, sigmaW2);
  const point = (q: number, steepness = slope(q)): FixedPoint => ({ q, slope: steepness, stable: steepness < 1 });
  if (activation.homogeneous) {
    const chi = slope(1);
    if (sigmaB2 === 0) return [isCritical(chi) ? { q: 0, slope: 1, stable: false } : point(0, chi)];
    return chi < 1 && !isCritical(chi) ? [point(sigmaB2 / (1 - chi), chi)] : [];
  }
  const origin = V(0);
  const drift = (q: number) => V(q) - q;
  const grid = logarithmic(origin > 0 ? Math.min(LOWEST, origin / 2) : LOWEST, highest(activation, sigmaW2, sigmaB2));
  const turns = crossings((q) => slope(q) - 1, grid);
  const places = [...grid, ...turns].toSorted((a, b) => a - b);
  return [...(origin === 0 ? [0] : []), ...crossings(drift, places)].map((q) => point(q));
}

/**
 * q* > 0: where the second moment of the pre-activations settles, layer after layer, for an input of second moment 1 (Poole et al.
 * 2016, eq. 3).
 *
 * Iteration starts at q = σ_w² + σ_b². V rises with q, so that it ends at the next fixed point upwards where V(q) > q, else at the
 * next one downwards.
 *
 * @throws ParameterError where there is no such point: the signal dies (tanh with σ_w ≤ 1, σ_b = 0), it explodes, or the activation
 * knows no scale (ReLU with σ_w = √2).
 */
export function fixedPoint(activation: Activation, sigmaW2: number, sigmaB2 = 0): number {
  const points = fixedPoints(activation, sigmaW2, sigmaB2);
  if (activation.homogeneous && points.some(({ slope }) => slope === 1))
    throw new ParameterError('activation', 'one that knows a scale, for q* to exist', activation.name);
  const start = sigmaW2 + sigmaB2;
  const rises = varianceMap(activation, sigmaW2, sigmaB2)(start) > start;
  const settled = rises ? points.find(({ q }) => q > start) : points.findLast(({ q }) => q <= start);
  if (rises && !settled)
    throw new ParameterError('sigmaW2', `small enough for ${activation.name} to keep a signal bounded`, sigmaW2);
  if (!settled || settled.q === 0)
    throw new ParameterError('sigmaW2', `large enough for ${activation.name} to keep a signal alive`, sigmaW2);
  return settled.q;
}

/** V ≤ σ_w²·bound² + σ_b²; a little more, for a fixed point to lie inside. */
function highest({ bound }: Activation, sigmaW2: number, sigmaB2: number): number {
  return bound === Infinity ? HIGHEST : 2 * (sigmaW2 * bound ** 2 + sigmaB2);
}

/** From `low` to `high`, both included. */
function logarithmic(low: number, high: number): number[] {
  const steps = Math.max(1, Math.ceil(DENSITY * Math.log10(high / low)));
  return Array.from({ length: steps + 1 }, (_, i) => low * (high / low) ** (i / steps));
}

/** The roots of f between neighbours of `places` at which it has opposite signs. */
function crossings(f: (q: number) => number, places: readonly number[]): number[] {
  const positive = places.map((q) => f(q) > 0);
  return places.flatMap((q, i) => (i > 0 && positive[i] !== positive[i - 1] ? [root(f, places[i - 1], q)] : []));
}
