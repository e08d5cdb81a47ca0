import { normalCdf } from '../distribution/index.ts';
import { nonNegative } from '../parameter.ts';
import { fans } from './fans.ts';
import { type Initializer, inName } from './initializer.ts';
import { CUT, truncatedNormalLaw } from './law.ts';

/**
 * N(0, std²) cut at ±2 std, as `torch.nn.init.trunc_normal_(w, std=std, a=-2*std, b=2*std)`: draws outside are drawn again.
 *
 * `std` is that of the normal before the cut; what is left has 0.8796 of it.
 *
 * @throws ParameterError for a std that is negative or not finite.
 */
export function truncatedNormal({ std = 1 }: { std?: number } = {}): Initializer {
  const std32 = Math.fround(nonNegative('std', std));
  return {
    name: `truncatedNormal(std ${inName(std)})`,
    law: (shape) => {
      fans(shape);
      return truncatedNormalLaw(std32);
    },
    draw: (_, source, out) =>
      source.truncatedNormals(out, { mean: 0, std: std32, low: -CUT * std32, high: CUT * std32, mass: 2 * normalCdf(CUT) - 1 }),
  };
}
