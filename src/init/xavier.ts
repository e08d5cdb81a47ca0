import { nonNegative, ParameterError } from '../parameter.ts';
import { spread } from './float32.ts';
import { type Initializer, inName } from './initializer.ts';
import { normalByFans, type StdOf, uniformByFans } from './scaled.ts';

export interface XavierOptions {
  /** Factor on the std, see `calculateGain`; 1 by default. */
  gain?: number;
}

/** Glorot & Bengio 2010, eq. 12: Var = 2/(fan_in + fan_out), between what the forward and the backward pass would want. */
const xavierStd =
  (gain: number): StdOf =>
  ({ fanIn, fanOut }, shape) => {
    if (fanIn + fanOut === 0) throw new ParameterError('shape', 'one with a fan of 1 or more', shape);
    return gain * Math.sqrt(2 / (fanIn + fanOut));
  };

/**
 * Xavier (Glorot) uniform: U(−a, a), a = gain·√(6/(fan_in + fan_out)), as `torch.nn.init.xavier_uniform_`.
 *
 * @throws ParameterError for a gain that is negative or not finite, and for shapes of rank < 2 or without a fan.
 */
export function xavierUniform({ gain = 1 }: XavierOptions = {}): Initializer {
  return uniformByFans(`xavierUniform(gain ${inName(nonNegative('gain', gain))})`, xavierStd(gain));
}

/**
 * Xavier (Glorot) normal: std = gain·√(2/(fan_in + fan_out)), as `torch.nn.init.xavier_normal_`.
 *
 * @throws ParameterError for a gain that is negative or NaN, and for shapes of rank < 2 or without a fan.
 */
export function xavierNormal({ gain = 1 }: XavierOptions = {}): Initializer {
  return normalByFans(`xavierNormal(gain ${inName(spread('gain', gain))})`, xavierStd(gain));
}
