import type { Architecture } from '../architecture/index.ts';
import type { Law } from '../init/index.ts';
import { ParameterError } from '../parameter.ts';
import { chi } from './chi.ts';
import { type Moments, moments } from './expectations.ts';

/**
 * The std of every layer's signal after the activation, in the limit of infinite width: √(E[φ²] − E[φ]²) along the variance map.
 * An input of N(0, 1) numbers has q = 1.
 *
 * @throws ParameterError for weights or biases whose mean is not 0, and for inputs of different second moments: the variance map
 *   does not hold for those.
 */
export function meanFieldStd(architecture: Architecture): Float64Array {
  return Float64Array.from(meanField(architecture), ({ mean, secondMoment }) => Math.sqrt(secondMoment - mean * mean));
}

/**
 * The std of the gradient with respect to every layer's activations, in the limit of infinite width, for a gradient of N(0, 1) numbers at
 * the last: its second moment is multiplied by fan_out·Var(w)·E[φ′(z)²] on the way back through a layer (Schoenholz et al. 2017, eq. 12,
 * with fan_out for the width).
 *
 * @throws ParameterError as `meanFieldStd` does.
 */
export function meanFieldGradientStd(architecture: Architecture): Float64Array {
  return Float64Array.from(meanFieldGradient(architecture).slice(1), Math.sqrt);
}

/** The second moments of that gradient: at the input, and at every layer's activations. */
export function meanFieldGradient(architecture: Architecture): Float64Array {
  const passed = meanField(architecture);
  const gradient = new Float64Array(passed.length + 1);
  gradient[passed.length] = 1;
  for (let l = passed.length - 1; l >= 0; l--) {
    const { activation, fanOut } = architecture.layers[l];
    gradient[l] = gradient[l + 1] * chi(activation, fanOut * passed[l].variance)(passed[l].q);
  }
  return gradient;
}

/** A layer in the limit of infinite width. */
interface MeanFieldLayer extends Moments {
  /** Variance of a weight. */
  readonly variance: number;
  /** Second moment of the pre-activations. */
  readonly q: number;
}

/**
 * Every layer's moments along the variance map, for an input of N(0, 1) numbers or one of an exact second moment.
 *
 * @throws ParameterError as `meanFieldStd` does.
 */
export function meanField({ input, layers }: Architecture): MeanFieldLayer[] {
  let signal = input ? theSame(input.secondMoment) : 1;
  return layers.map(({ activation, init, bias, fanIn, fanOut }) => {
    const sigmaB2 = bias ? centred('biases', bias.law([fanOut])).std ** 2 : 0;
    const variance = centred('weights', init.law([fanOut, fanIn])).std ** 2;
    const q = fanIn * variance * signal + sigmaB2;
    const after = moments(activation, q);
    signal = after.secondMoment;
    return { ...after, variance, q };
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
