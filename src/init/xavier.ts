import { nonNegative } from '../parameter.ts';
import { type Initializer, inName } from './initializer.ts';
import { normalByFans, type StdOf, uniformByFans } from './scaled.ts';

export interface XavierOptions {
  /** Factor on the std, see `calculateGain`; 1 by default. */
  gain?: number;
}

/** Glorot & Bengio 2010, eq. 12: Var = 2/(fan_in + fan_out), between what the forward and the backward pass would want. */
const xavierStd =
  (gain: number): StdOf =>
  ({ fanIn, fanOut }) =>
    gain * Math.sqrt(2 / (fanIn + fanOut));

/**
 * Xavier (Glorot) uniform: U(−a, a), a = gain·√(6/(fan_in + fan_out)), as `torch.nn.init.xavier_uniform_`.
 *
 * @throws ParameterError for a gain that is negative or not finite, and for shapes of rank < 2.
 */
export function xavierUniform({ gain = 1 }: XavierOptions = {}): Initializer {
  return uniformByFans(`xavierUniform(gain ${inName(nonNegative('gain', gain))})`, xavierStd(gain));
}

/**
 * Xavier (Glorot) normal: std = gain·√(2/(fan_in + fan_out)), as `torch.nn.init.xavier_normal_`.
 *
 * @throws ParameterError for a gain that is negative or not finite, and for shapes of rank < 2.
 */
export function xavierNormal({ gain = 1 }: XavierOptions = {}): Initializer {
  return normalByFans(`xavierNormal(gain ${inName(nonNegative('gain', gain))})`, xavierStd(gain));
}
