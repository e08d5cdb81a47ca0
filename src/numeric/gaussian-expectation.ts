import { type Integral, integrate } from './quadrature.ts';

/** Beyond 12 standard deviations the density is below 1e-31: nothing that a bounded or polynomial integrand could show. */
export const REACH = 12;

/**
 * E[f(Z)] for Z ~ N(0, 1), by quadrature.
 *
 * @param kinks where `f` or its derivative jumps: the integral is split there, so that a ReLU costs no more than a tanh.
 */
export function gaussianExpectation(f: (z: number) => number, kinks: readonly number[] = [0]): Integral {
  return gaussianIntegral(f, -REACH, REACH, kinks);
}

/** E[f(Z); from < Z < to], split at the `kinks` that lie between; `tolerance` is that of each piece. */
export function gaussianIntegral(
  f: (z: number) => number,
  from: number,
  to: number,
  kinks: readonly number[],
  tolerance?: number,
): Integral {
  // NaN, which is what a kink at 0/0 is, lies nowhere.
  const ends = [from, ...kinks.filter((kink) => kink > from && kink < to).toSorted((a, b) => a - b), to];
  const weighted = (z: number) => (f(z) * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
  const sum = { value: 0, error: 0 };
  for (let i = 1; i < ends.length; i++) {
    if (ends[i - 1] === ends[i]) continue;
    const part = integrate(weighted, ends[i - 1], ends[i], tolerance);
    sum.value += part.value;
    sum.error += part.error;
  }
  return sum;
}
