import type { Activation } from '../activation/index.ts';
import { gaussianExpectation, gaussianProduct, type Integral } from '../numeric/index.ts';

/** An activation's Gaussian expectations by quadrature, each with a bound on its error. */
export interface Quadrature {
  /** E[φ(u)]. */
  readonly mean: (q: number) => Integral;
  /** E[φ(u₁)φ(u₂)]. */
  readonly product: (q: number, c: number) => Integral;
  /** E[φ′(u₁)φ′(u₂)]; at q = 0 its limit from above. */
  readonly derivativeProduct: (q: number, c: number) => Integral;
  /** dE[φ(u)²]/dq = E[φ(u)φ′(u)u]/q; at q = 0 its limit from above, where φ(0) = 0. */
  readonly slope: (q: number) => Integral;
}

/** Stands for 0⁺: its square is a normal number still. */
const LEAST = 1e-150;

/**
 * The expectations that `ClosedForms` has in closed form, by quadrature, for any activation: u of variance q, or u₁ and u₂ of
 * variance q and correlation c.
 *
 * φ is divided by the scale √q where it shrinks (q < 1) or grows (homogeneous φ) with it: errors are then relative to the value.
 */
export function quadratureOf(activation: Activation): Quadrature {
  const { phi, derivative, homogeneous } = activation;
  const at = (q: number) => {
    const scale = Math.max(Math.sqrt(q), LEAST);
    const unit = homogeneous ? scale : Math.min(1, scale);
    return { scale, unit, marks: marks(activation, scale) };
  };
  return {
    mean: (q) => {
      if (q === 0) return { value: phi(0), error: 0 };
      const { scale, unit, marks } = at(q);
      return times(
        unit,
        gaussianExpectation((z) => phi(scale * z) / unit, marks),
      );
    },
    product: (q, c) => {
      if (q === 0) return { value: phi(0) ** 2, error: 0 };
      const { scale, unit, marks } = at(q);
      return times(
        unit ** 2,
        gaussianProduct((z) => phi(scale * z) / unit, c, marks),
      );
    },
    derivativeProduct: (q, c) => {
      if (q === 0) return { value: atOrigin(activation, c), error: 0 };
      const { scale, marks } = at(q);
      return gaussianProduct((z) => derivative(scale * z), c, marks);
    },
    slope: (q) => {
      if (q === 0 && phi(0) === 0) return { value: atOrigin(activation, 1), error: 0 };
      const { scale, marks } = at(q);
      return gaussianExpectation((z) => (phi(scale * z) / scale) * derivative(scale * z) * z, marks);
    },
  };
}

/** At q = 0⁺ each φ′ is φ′(0⁺) or φ′(0⁻), and u₁, u₂ have one sign with probability ½ + arcsin(c)/π. */
function atOrigin({ derivative }: Activation, c: number): number {
  const [left, right] = [derivative(-LEAST), derivative(LEAST)];
  const alike = 0.5 + Math.asin(c) / Math.PI;
  return alike * ((left ** 2 + right ** 2) / 2) + (1 - alike) * left * right;
}

/** Beyond this argument the activations are straight lines to float64: the bend lies within ± this / √q. */
const STRAIGHT = 20;

/** Where the integrals over z are split: at the kinks, at 0, and at the ends of a bend so narrow that it would hide between nodes. */
function marks({ kinks, homogeneous }: Activation, scale: number): number[] {
  if (homogeneous) return [...kinks];
  const bend = scale > STRAIGHT / 2 ? [-STRAIGHT, STRAIGHT] : [];
  return [...new Set([...kinks, 0, ...bend])].map((x) => x / scale);
}

function times(factor: number, { value, error }: Integral): Integral {
  return { value: factor * value, error: factor * error };
}
