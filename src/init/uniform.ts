import { finite, ParameterError } from '../parameter.ts';
import { fans } from './fans.ts';
import { type Initializer, inName } from './initializer.ts';
import { uniformLaw } from './law.ts';

export interface UniformOptions {
  low?: number;
  high?: number;
}

/**
 * U(low, high), as `torch.nn.init.uniform_` with its a and b; by default U(0, 1). The bounds are rounded to float32.
 *
 * @throws ParameterError for bounds that are not finite, or not in order.
 */
export function uniform({ low = 0, high = 1 }: UniformOptions = {}): Initializer {
  const low32 = Math.fround(finite('low', low));
  const high32 = Math.fround(finite('high', high));
  if (low32 > high32) throw new ParameterError('low', 'at most high', [low, high]);
  return {
    name: `uniform(${inName(low)}, ${inName(high)})`,
    law: (shape) => {
      fans(shape);
      return uniformLaw(low32, high32);
    },
    draw: (_, source, out) => source.uniforms(out, low32, high32),
  };
}
