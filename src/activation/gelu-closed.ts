import type { ClosedForms } from './activation.ts';
import { arcCosine1, supplement } from './arc-cosine.ts';

const TWO_PI = 2 * Math.PI;

/**
 * GELU's expectations (Tsuchida et al. 2021, "Avoiding kernel fixed points").
 *
 * Φ(u) = P(Z ≤ u), so the product is E[u₁u₂; W₁, W₂ > 0] with W = u − Z, of variance v = 1 + q and correlation ρ = qc/v.
 * With D = (1 + q(1 − c))(1 + q(1 + c)), so that √(1 − ρ²) = √D/v, and η = π − arccos ρ, the moments over the quadrant give
 * qcη/2π + q²(1 + c² + q(1 − c²))/(2πv√D). By Price's theorem its derivative by the covariance qc is E[φ′(u₁)φ′(u₂)].
 *
 * Both have all their digits, but where they pass through 0 (c < 0): there they are right to rounding of their terms.
 */
export const geluClosed: ClosedForms = {
  mean: (q) => q / Math.sqrt(TWO_PI * (1 + q)),
  product: (q, c) => (c < 0 && q > 1 ? opposed(q, c) : direct(q, c)),
  derivativeProduct: (q, c) => {
    const { v, eta, rootD, sine2 } = geometry(q, c);
    const numerator = (3 + 5 * q) / v + 2 * q * (q / v) * sine2;
    return (eta + (q / rootD) * c * (numerator / rootD / rootD)) / TWO_PI;
  },
};

function direct(q: number, c: number): number {
  const { v, eta, rootD, sine2 } = geometry(q, c);
  return (q * (c * eta + ((q / v) * (1 + c * c + q * sine2)) / rootD)) / TWO_PI;
}

/** The same with qcη = v(J₁ − sin η): at c < 0 and large q the first form's two terms, of order √q, leave 1/√q. */
function opposed(q: number, c: number): number {
  const { v, eta, rootD, sine2 } = geometry(q, c);
  return (v * arcCosine1(eta) - ((1 + 3 * q) / v + 2 * q * (q / v) * sine2) / rootD) / TWO_PI;
}

/** v, η, √D (root by root: D may overflow) and 1 − c². */
function geometry(q: number, c: number) {
  const onePlus = 1 + q * (1 + c);
  const oneMinus = 1 + q * (1 - c);
  return {
    v: 1 + q,
    eta: supplement(onePlus, oneMinus),
    rootD: Math.sqrt(onePlus) * Math.sqrt(oneMinus),
    sine2: (1 - c) * (1 + c),
  };
}
