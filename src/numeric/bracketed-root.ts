import { ParameterError } from '../parameter.ts';

/**
 * The root of a smooth `f` in [low, high], where f(low) and f(high) have opposite signs, to within `tolerance`: for functions that
 * are dear, at some 10 evaluations where `root` takes 60, and never more than bisection takes and one.
 *
 * Interpolate, truncate, project: regula falsi, drawn towards the middle, and kept where bisection would have got to (Oliveira &
 * Takahashi, ACM Trans. Math. Softw. 47(1), 2020, algorithm 1, with κ₁ = 0.2/(high − low), κ₂ = 2, n₀ = 1).
 */
export function bracketedRoot(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  let [atLow, atHigh] = [f(low), f(high)];
  if (atLow > 0 === atHigh > 0)
    throw new ParameterError('[low, high]', 'an interval at whose ends f has opposite signs', [low, high]);
  const kappa = 0.2 / (high - low);
  const steps = Math.max(0, Math.ceil(Math.log2((high - low) / (2 * tolerance)))) + 1;
  for (let step = 0; step < steps && high - low > 2 * tolerance; step++) {
    const middle = (low + high) / 2;
    const falsi = (low * atHigh - high * atLow) / (atHigh - atLow);
    const towards = Math.sign(middle - falsi);
    const shift = kappa * (high - low) ** 2;
    const truncated = shift <= Math.abs(middle - falsi) ? falsi + towards * shift : middle;
    const radius = tolerance * 2 ** (steps - step) - (high - low) / 2;
    const x = Math.abs(truncated - middle) <= radius ? truncated : middle - towards * radius;
    const value = f(x);
    if (value === 0) return x;
    if (value > 0 === atHigh > 0) [high, atHigh] = [x, value];
    else [low, atLow] = [x, value];
  }
  return (low + high) / 2;
}
