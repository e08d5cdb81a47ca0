import { oneOf, ParameterError } from '../parameter.ts';
import { size } from './fans.ts';
import { calculateGain } from './gain.ts';
import type { Initializer } from './initializer.ts';
import type { StdOf } from './scaled.ts';

export interface KaimingOptions {
  /** `fan_in` keeps the forward signal's scale (default), `fan_out` the gradient's; in small letters or capitals. */
  mode?: string;
  /** Name that `calculateGain` takes; by default `leaky_relu`, as in PyTorch. */
  nonlinearity?: string;
  /** Slope of the leaky ReLU; 0 by default, which makes it a ReLU. */
  slope?: number;
}

/** He et al. 2015, eq. 10 and 14: Var = gain²/fan, with gain² = 2/(1 + slope²) for a leaky ReLU. */
export function kaiming(kind: string, make: (name: string, std: StdOf) => Initializer, options: KaimingOptions): Initializer {
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
