import { Ensembles, type Population, type Quantity, quantity } from '../../../src/claim/index.ts';
import { normalQuantile } from '../../../src/distribution/index.ts';

/** A population whose realisations are numbers that follow from their index: nothing is left to chance. */
export function numbers(name: string, of: (index: number) => number): Population<number> {
  const draw = (_: unknown, from: number, to: number) =>
    Promise.resolve(Array.from({ length: to - from }, (__, i) => of(from + i)));
  return { name, draw };
}

/** The digits of index + 1 in base 2, mirrored at the point (van der Corput): even on (0, 1) at every power of two. */
function evenly(index: number): number {
  let [u, digit] = [0, 0.5];
  for (let rest = index + 1; rest > 0; rest >>= 1, digit /= 2) u += (rest & 1) * digit;
  return u;
}

/** Numbers spread like N(mean, std²), evenly at each look. */
export function spread(mean: number, std: number): Population<number> {
  return numbers(`N(${mean}, ${std}²), evenly`, (index) => mean + std * normalQuantile(evenly(index)));
}

/** Numbers spread like an exponential law of mean 1, skewness 2. */
export const skewed: Population<number> = numbers('Exp(1), evenly', (index) => -Math.log(evenly(index)));

/** The number that such a realisation is. */
export const value: Quantity<number> = quantity('number', (x) => x);

/** Ensembles of experiments: they need no engine. */
export const withoutEngine = (seed = '1'): Ensembles =>
  new Ensembles(seed, () => Promise.reject(new Error('an experiment needs no engine')));
