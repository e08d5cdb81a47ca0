import type { Activation } from '../activation/index.ts';
import { chi, isCritical } from './chi.ts';
import { correlationFixedPoint, correlationSlope } from './correlation-map.ts';
import { fixedPoint } from './fixed-points.ts';
import { varianceSlope } from './variance-map.ts';

/** Where a deep network settles, and over how many layers. Depth scales are in layers. */
export interface DepthScales {
  /** q* > 0, the pre-activations' second moment. */
  readonly q: number;
  /** c* in [0, 1], the correlation of two inputs. */
  readonly c: number;
  /** V′(q*), the factor a layer by which q − q* shrinks. */
  readonly varianceSlope: number;
  /** The slope of the correlation map at c*, ≤ 1, the factor a layer by which c − c* shrinks. */
  readonly correlationSlope: number;
  /** χ₁, the factor a layer by which the gradient's second moment grows. */
  readonly chi1: number;
  /** ξ_q > 0: q − q* shrinks by e. */
  readonly xiQ: number;
  /** ξ_c > 0: c − c* shrinks by e; ∞ at the edge of chaos, where the approach is algebraic. */
  readonly xiC: number;
  /** ξ_∇: the gradient's second moment shrinks by e; negative where it grows by e over |ξ_∇| layers, ∞ at the edge of chaos. */
  readonly xiGradient: number;
  /** 6ξ_c: the depth to which Schoenholz et al. (2017, fig. 5) saw networks train. */
  readonly trainable: number;
}

/**
 * Fixed points and depth scales of a wide network: ξ_q = −1/ln V′(q*), ξ_c = −1/ln of the correlation map's slope at c*,
 * ξ_∇ = −1/ln χ₁ (Schoenholz et al. 2017, eqs. 7–10 and 15).
 *
 * @throws ParameterError where there is no q* (`fixedPoint`).
 */
export function depthScales(activation: Activation, sigmaW2: number, sigmaB2 = 0): DepthScales {
  const q = fixedPoint(activation, sigmaW2, sigmaB2);
  const c = correlationFixedPoint(activation, sigmaW2, sigmaB2, q);
  const slopes = {
    varianceSlope: varianceSlope(activation, sigmaW2)(q),
    correlationSlope: correlationSlope(activation, sigmaW2, q)(c),
    chi1: chi(activation, sigmaW2)(q),
  };
  const xiC = layers(slopes.correlationSlope);
  return { q, c, ...slopes, xiQ: layers(slopes.varianceSlope), xiC, xiGradient: layers(slopes.chi1), trainable: 6 * xiC };
}

/** How many layers it takes to shrink by e. */
const layers = (factor: number): number => (isCritical(factor) ? Infinity : -1 / Math.log(factor));
