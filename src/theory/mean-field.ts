import type { Architecture } from '../architecture/index.ts';
import { moments } from './variance-map.ts';

/**
 * The std of every layer's signal after the activation, in the limit of infinite width: √(E[φ²] − E[φ]²) along the variance map.
 * The input is N(0, 1), so q starts at 1.
 */
export function meanFieldStd({ layers }: Architecture): Float64Array {
  let q = 1;
  return Float64Array.from(layers, ({ activation, init, fanIn, fanOut }) => {
    const { mean, std } = init.law([fanOut, fanIn]);
    const { mean: m, secondMoment } = moments(activation, fanIn * (std ** 2 + mean ** 2) * q);
    q = secondMoment;
    return Math.sqrt(secondMoment - m * m);
  });
}
