import type { Architecture } from '../architecture/index.ts';
import type { Law } from '../init/index.ts';
import { ParameterError } from '../parameter.ts';
import { moments } from './expectations.ts';

/**
 * The std of every layer's signal after the activation, in the limit of infinite width: √(E[φ²] − E[φ]²) along the variance map.
 * An input of N(0, 1) numbers has q = 1.
 *
 * @throws ParameterError for weights or biases whose mean is not 0, and for inputs of different second moments: the variance map
 *   does not hold for those.
 */
export function meanFieldStd({ input, layers }: Architecture): Float64Array {
  let q = input ? theSame(input.secondMoment) : 1;
  return Float64Array.from(layers, ({ activation, init, bias, fanIn, fanOut }) => {
    const sigmaB2 = bias ? centred('biases', bias.law([fanOut])).std ** 2 : 0;
    const { std } = centred('weights', init.law([fanOut, fanIn]));
    const { mean, secondMoment } = moments(activation, fanIn * std ** 2 * q + sigmaB2);
    q = secondMoment;
    return Math.sqrt(secondMoment - mean * mean);
  });
}

function centred(what: string, law: Law): Law {
  if (law.mean !== 0) throw new ParameterError(`the mean of the ${what}`, '0, for mean field to hold', law.mean);
  return law;
}

function theSame(secondMoment: number | readonly number[]): number {
  const [first, ...others] = [secondMoment].flat();
  if (others.some((other) => other !== first)) {
    throw new ParameterError('input.secondMoment', 'the same in every row, for mean field to hold', secondMoment);
  }
  return first;
}
