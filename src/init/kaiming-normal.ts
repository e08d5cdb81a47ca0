import type { Initializer } from './initializer.ts';
import { kaiming, type KaimingOptions } from './kaiming.ts';
import { normalByFans } from './scaled.ts';

/**
 * Kaiming (He) normal: std = gain/√fan, as `torch.nn.init.kaiming_normal_` (whose `a` is `slope` here).
 *
 * @throws ParameterError, when it draws or states its law, for an unknown mode or nonlinearity, a slope of NaN or whose square is
 * no longer finite, and shapes of rank < 2; as in PyTorch, not when it draws a weight without entries.
 */
export function kaimingNormal(options: KaimingOptions = {}): Initializer {
  return kaiming('kaimingNormal', normalByFans, options);
}
