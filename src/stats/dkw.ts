import { ParameterError, probability } from '../parameter.ts';
import type { Finding } from './interval.ts';

/** A distribution function; one that jumps also gives its limit from the left, P(X < x). */
export interface Distribution {
  readonly cdf: (x: number) => number;
  readonly left?: (x: number) => number;
}

/** Kolmogorov's distance of a sample from a distribution: the largest gap between the two distribution functions. */
export function kolmogorovDistance(values: readonly number[], { cdf, left = cdf }: Distribution): number {
  const n = values.length;
  if (n === 0) throw new ParameterError('values', 'a sample of one or more', n);
  // A value that is NaN lies nowhere: no distribution is near such a sample.
  if (values.some(Number.isNaN)) return 1;
  const sorted = Float64Array.from(values).sort();
  let distance = 0;
  for (let start = 0; start < n;) {
    const x = sorted[start];
    let end = start + 1;
    while (end < n && sorted[end] === x) end++;
    distance = Math.max(distance, Math.abs(end / n - cdf(x)), Math.abs(left(x) - start / n));
    start = end;
  }
  return distance;
}

/**
 * Interval for the Kolmogorov distance between a population and a law, from n independent values: the distance of the sample
 * ± √(ln(2/alpha)/(2n)), the band of Dvoretzky, Kiefer & Wolfowitz with Massart's constant (Ann. Probab. 18, 1990). It holds
 * at every n and for laws with atoms.
 */
export function dkw(values: readonly number[], law: Distribution, alpha: number): Finding {
  const half = Math.sqrt(Math.log(2 / probability('alpha', alpha)) / (2 * values.length));
  const estimate = kolmogorovDistance(values, law);
  return { estimate, interval: { lo: Math.max(0, estimate - half), hi: Math.min(1, estimate + half), method: 'DKW' } };
}
