import { range } from './float32.ts';
import { type Initializer, inName } from './initializer.ts';
import { uniformLaw } from './law.ts';

export interface UniformOptions {
  low?: number;
  high?: number;
}

/**
 * U(low, high), as `torch.nn.init.uniform_` with its a and b; by default U(0, 1). The bounds are rounded to float32.
 *
 * @throws ParameterError for bounds that are not in order, or that do not fit into float32 with their distance.
 */
export function uniform({ low = 0, high = 1 }: UniformOptions = {}): Initializer {
  range(['low', 'high'], low, high);
  return {
    name: `uniform(${inName(low)}, ${inName(high)})`,
    law: () => uniformLaw(Math.fround(low), Math.fround(high)),
    draw: (_, source, out) => source.uniforms(out, low, high),
  };
}
