import { ParameterError, probability } from '../parameter.ts';
import type { Finding } from './interval.ts';

/** Kolmogorov's distance of two samples: the largest gap between their distribution functions. */
export function distanceBetween(first: readonly number[], second: readonly number[]): number {
  for (const { length } of [first, second])
    if (length === 0) throw new ParameterError('values', 'a sample of one or more', length);
  // A value that is NaN lies nowhere: no other sample is near such a one.
  if (first.some(Number.isNaN) || second.some(Number.isNaN)) return 1;
  const [a, b] = [first, second].map((values) => Float64Array.from(values).sort());
  let distance = 0;
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;) {
    const x = Math.min(a[i], b[j]);
    while (i < a.length && a[i] === x) i++;
    while (j < b.length && b[j] === x) j++;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  return distance;
}

/**
 * Interval for the Kolmogorov distance of two populations, from independent values of each: the distance of the samples ± the two
 * bands of Dvoretzky, Kiefer & Wolfowitz, √(ln(4/alpha)/(2n)) each, with Massart's constant (Ann. Probab. 18, 1990).
 *
 * Both distribution functions lie within their bands but for alpha/2 each, whatever the two laws are. The constant of Wei & Dudley
 * (Statist. Probab. Lett. 82, 2012) would make it narrower, but only where the laws are the same, which is what is in question.
 */
export function dkwTwoSamples(first: readonly number[], second: readonly number[], alpha: number): Finding {
  probability('alpha', alpha);
  const estimate = distanceBetween(first, second);
  const half = [first, second].reduce((sum, { length }) => sum + Math.sqrt(Math.log(4 / alpha) / (2 * length)), 0);
  const interval = { lo: Math.max(0, estimate - half), hi: Math.min(1, estimate + half), method: 'DKW, two samples' };
  return { estimate, interval };
}
