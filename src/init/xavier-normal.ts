import { spread } from './float32.ts';
import { type Initializer, inName } from './initializer.ts';
import { normalByFans } from './scaled.ts';
import { type XavierOptions, xavierStd } from './xavier.ts';

/**
 * Xavier (Glorot) normal: std = gain·√(2/(fan_in + fan_out)), as `torch.nn.init.xavier_normal_`.
 *
 * @throws ParameterError for a gain that is negative or NaN, and for shapes of rank < 2 or without a fan.
 */
export function xavierNormal({ gain = 1 }: XavierOptions = {}): Initializer {
  return normalByFans(`xavierNormal(gain ${inName(spread('gain', gain))})`, xavierStd(gain));
}
