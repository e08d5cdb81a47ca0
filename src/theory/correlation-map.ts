import type { Activation } from '../activation/index.ts';
import { bracketedRoot } from '../numeric/index.ts';
import { nonNegative, positive } from '../parameter.ts';
import { isCritical } from './chi.ts';
import { derivativeProductMoment, productMoment } from './expectations.ts';

/**
 * c ↦ (σ_w²·E[φ(u₁)φ(u₂)] + σ_b²)/q: the correlation of two inputs' pre-activations one layer on, where both have the second
 * moment q = q* (Poole et al. 2016, eq. 5). It has no mean taken off it: the cosine of the angle between the two.
 */
export function correlationMap(activation: Activation, sigmaW2: number, sigmaB2: number, q: number): (c: number) => number {
  nonNegative('sigmaW2', sigmaW2);
  nonNegative('sigmaB2', sigmaB2);
  positive('q', q);
  return (c) => (sigmaW2 * productMoment(activation, q, c) + sigmaB2) / q;
}

/** Its slope at c, σ_w²·E[φ′(u₁)φ′(u₂)]; at c = 1 that is χ₁ (Poole et al. 2016, eq. 6). */
export function correlationSlope(activation: Activation, sigmaW2: number, q: number): (c: number) => number {
  nonNegative('sigmaW2', sigmaW2);
  return (c) => sigmaW2 * derivativeProductMoment(activation, q, c);
}

/** c* is sought to this; the map itself is right to 1e-14 or so. */
const TOLERANCE = 1e-13;

/**
 * c*, the stable fixed point in [0, 1] of the correlation map at q = q*, a fixed point of the variance map.
 *
 * By Mehler's formula the map is a power series in c with the coefficients (σ_w²/q)·a_k² ≥ 0: on [0, 1] it is convex, and c = 1 is
 * fixed. So c* = 1 if the slope there is at most 1, else the one root below, at which the chord to (1, 1) has the slope 1: chords
 * steepen with c, which leaves no second root and none at c = 1.
 */
export function correlationFixedPoint(activation: Activation, sigmaW2: number, sigmaB2: number, q: number): number {
  const map = correlationMap(activation, sigmaW2, sigmaB2, q);
  const steepest = correlationSlope(activation, sigmaW2, q)(1);
  if (steepest <= 1 || isCritical(steepest)) return 1;
  const top = map(1);
  const chord = (c: number) => (c === 1 ? steepest : (top - map(c)) / (1 - c)) - 1;
  // An odd φ without bias keeps orthogonal inputs orthogonal.
  return chord(0) >= 0 ? 0 : bracketedRoot(chord, 0, 1, TOLERANCE);
}
