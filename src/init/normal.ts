import { finite, nonNegative } from '../parameter.ts';
import { fans } from './fans.ts';
import { type Initializer, inName } from './initializer.ts';
import { normalLaw } from './law.ts';

export interface NormalOptions {
  mean?: number;
  std?: number;
}

/**
 * N(mean, std²), as `torch.nn.init.normal_`; by default N(0, 1).
 *
 * The parameters are rounded to float32, as weights are: two ways to compute one std then draw the same weights.
 *
 * @throws ParameterError for a mean that is not finite or a std that is negative or not finite.
 */
export function normal({ mean = 0, std = 1 }: NormalOptions = {}): Initializer {
  const mean32 = Math.fround(finite('mean', mean));
  const std32 = nonNegative('std, as a float32,', Math.fround(nonNegative('std', std)));
  return {
    name: `normal(mean ${inName(mean)}, std ${inName(std)})`,
    law: (shape) => {
      fans(shape);
      return normalLaw(mean32, std32);
    },
    draw: (_, source, out) => source.normals(out, mean32, std32),
  };
}
