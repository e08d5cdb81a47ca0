import { nonNegative } from '../parameter.ts';
import { type Initializer, inName } from './initializer.ts';
import { uniformByFans } from './scaled.ts';
import { type XavierOptions, xavierStd } from './xavier.ts';

/**
 * Xavier (Glorot) uniform: U(−a, a), a = gain·√(6/(fan_in + fan_out)), as `torch.nn.init.xavier_uniform_`.
 *
 * @throws ParameterError for a gain that is negative or not finite, and for shapes of rank < 2 or without a fan.
 */
export function xavierUniform({ gain = 1 }: XavierOptions = {}): Initializer {
  return uniformByFans(`xavierUniform(gain ${inName(nonNegative('gain', gain))})`, xavierStd(gain));
}
