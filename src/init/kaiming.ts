import { finite, oneOf } from '../parameter.ts';
import { calculateGain } from './gain.ts';
import type { Initializer } from './initializer.ts';
import { normalByFans, type StdOf, uniformByFans } from './scaled.ts';

export interface KaimingOptions {
  /** `fan_in` keeps the forward signal's scale (default), `fan_out` the gradient's. */
  mode?: 'fan_in' | 'fan_out';
  /** Name that `calculateGain` takes; by default `leaky_relu`, as in PyTorch. */
  nonlinearity?: string;
  /** Slope of the leaky ReLU; 0 by default, which makes it a ReLU. */
  slope?: number;
}

/** He et al. 2015, eq. 10 and 14: Var = gain²/fan, with gain² = 2/(1 + slope²) for a leaky ReLU. */
function kaiming(kind: string, make: (name: string, std: StdOf) => Initializer, options: KaimingOptions): Initializer {
  const { mode = 'fan_in', nonlinearity = 'leaky_relu', slope = 0 } = options;
  oneOf('mode', mode, ['fan_in', 'fan_out']);
  const gain = calculateGain(nonlinearity, finite('slope', slope));
  const leak = slope === 0 ? '' : `, slope ${slope}`;
  return make(
    `${kind}(${mode}, ${nonlinearity}${leak})`,
    ({ fanIn, fanOut }) => gain / Math.sqrt(mode === 'fan_in' ? fanIn : fanOut),
  );
}

/**
 * Kaiming (He) normal: std = gain/√fan, as `torch.nn.init.kaiming_normal_` (whose `a` is `slope` here).
 *
 * @throws ParameterError for an unknown mode or nonlinearity, a slope that is not finite, and shapes of rank < 2.
 */
export function kaimingNormal(options: KaimingOptions = {}): Initializer {
  return kaiming('kaimingNormal', normalByFans, options);
}

/**
 * Kaiming (He) uniform: U(−a, a), a = gain·√(3/fan), as `torch.nn.init.kaiming_uniform_` (whose `a` is `slope` here).
 *
 * @throws ParameterError as `kaimingNormal`.
 */
export function kaimingUniform(options: KaimingOptions = {}): Initializer {
  return kaiming('kaimingUniform', uniformByFans, options);
}
