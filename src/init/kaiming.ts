import { oneOf, ParameterError } from '../parameter.ts';
import { size } from './fans.ts';
import { calculateGain } from './gain.ts';
import type { Initializer } from './initializer.ts';
import { normalByFans, type StdOf, uniformByFans } from './scaled.ts';

export interface KaimingOptions {
  /** `fan_in` keeps the forward signal's scale (default), `fan_out` the gradient's; in small letters or capitals. */
  mode?: string;
  /** Name that `calculateGain` takes; by default `leaky_relu`, as in PyTorch. */
  nonlinearity?: string;
  /** Slope of the leaky ReLU; 0 by default, which makes it a ReLU. */
  slope?: number;
}

/** He et al. 2015, eq. 10 and 14: Var = gain²/fan, with gain² = 2/(1 + slope²) for a leaky ReLU. */
function kaiming(kind: string, make: (name: string, std: StdOf) => Initializer, options: KaimingOptions): Initializer {
  const { mode = 'fan_in', nonlinearity = 'leaky_relu', slope = 0 } = options;
  const leak = slope === 0 ? '' : `, slope ${slope}`;
  const init = make(`${kind}(${mode.toLowerCase()}, ${nonlinearity}${leak})`, ({ fanIn, fanOut }, shape) => {
    const fan = oneOf('mode', mode.toLowerCase(), ['fan_in', 'fan_out']) === 'fan_in' ? fanIn : fanOut;
    const gain = calculateGain(nonlinearity, slope);
    if (Number.isNaN(gain)) throw new ParameterError('slope', 'a number other than NaN', slope);
    if (fan === 0) throw new ParameterError('shape', 'one with a fan of 1 or more', shape);
    return gain / Math.sqrt(fan);
  });
  return {
    ...init,
    // PyTorch looks at nothing else where there is nothing to draw: no mode, rank or nonlinearity is then too odd.
    draw: (shape, source, out) => (size(shape) === 0 ? out : init.draw(shape, source, out)),
    warnings: (shape) => (size(shape) === 0 ? ['a weight without entries is left as it is'] : []),
  };
}

/**
 * Kaiming (He) normal: std = gain/√fan, as `torch.nn.init.kaiming_normal_` (whose `a` is `slope` here).
 *
 * @throws ParameterError, when it draws or states its law, for an unknown mode or nonlinearity, a slope of NaN or whose square is
 * no longer finite, and shapes of rank < 2; as in PyTorch, not when it draws a weight without entries.
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
