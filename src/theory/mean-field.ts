import type { Architecture } from '../architecture/index.ts';
import { ParameterError } from '../parameter.ts';
import { moments } from './variance-map.ts';

/**
 * The std of every layer's signal after the activation, in the limit of infinite width: √(E[φ²] − E[φ]²) along the variance map.
 * The input is N(0, 1), so q starts at 1.
 *
 * @throws ParameterError for weights whose mean is not 0: they add up, and the variance map does not hold.
 */
export function meanFieldStd({ layers }: Architecture): Float64Array {
  let q = 1;
  return Float64Array.from(layers, ({ activation, init, fanIn, fanOut }) => {
    const { mean: bias, std } = init.law([fanOut, fanIn]);
    if (bias !== 0) throw new ParameterError('the mean of the weights', '0, for mean field to hold', bias);
    const { mean, secondMoment } = moments(activation, fanIn * std ** 2 * q);
    q = secondMoment;
    return Math.sqrt(secondMoment - mean * mean);
  });
}
