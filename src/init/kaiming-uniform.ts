import type { Initializer } from './initializer.ts';
import { kaiming, type KaimingOptions } from './kaiming.ts';
import { uniformByFans } from './scaled.ts';

/**
 * Kaiming (He) uniform: U(−a, a), a = gain·√(3/fan), as `torch.nn.init.kaiming_uniform_` (whose `a` is `slope` here).
 *
 * @throws ParameterError as `kaimingNormal`.
 */
export function kaimingUniform(options: KaimingOptions = {}): Initializer {
  return kaiming('kaimingUniform', uniformByFans, options);
}
