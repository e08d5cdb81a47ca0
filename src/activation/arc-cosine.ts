/**
 * Angle between −u₁ and u₂ as vectors, π − θ, where cos θ = c is the correlation of u₁ and u₂; in [0, π].
 *
 * It takes 1 + c and 1 − c, up to one factor, for c itself has lost the digits of the smaller by the time it is a double;
 * arccos c would be off by √ε near c = ±1, the half angle's tangent is not.
 */
export const supplement = (onePlus: number, oneMinus: number): number => 2 * Math.atan2(Math.sqrt(onePlus), Math.sqrt(oneMinus));

/**
 * Cho & Saul's angular dependence of order 1, J₁ = sin θ + (π − θ) cos θ (2009, eq. 6), of η = π − θ in [0, π]: sin η − η cos η.
 *
 * Order 0, J₀ = π − θ (eq. 5), is η itself.
 */
export function arcCosine1(eta: number): number {
  // From 1 on the difference keeps its digits; below, where it is nearly η³/3, they come from its series.
  if (eta >= 1) return Math.sin(eta) - eta * Math.cos(eta);
  let sum = 0;
  let power = eta; // (−1)^{k+1}·η^{2k+1}/(2k+1)!
  for (let k = 1; k <= SERIES; k++) {
    power *= (k === 1 ? eta * eta : -eta * eta) / (2 * k * (2 * k + 1));
    sum += 2 * k * power;
  }
  return sum;
}

/** Terms for all digits of a double: at η = 1 the tenth is 20/21! = 4e-19. */
const SERIES = 10;
