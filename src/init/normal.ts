import { spread } from './float32.ts';
import { type Initializer, inName } from './initializer.ts';
import { normalLaw } from './law.ts';

export interface NormalOptions {
  mean?: number;
  std?: number;
}

/**
 * N(mean, std²), as `torch.nn.init.normal_`; by default N(0, 1). The law's parameters are rounded to float32, as weights are.
 *
 * @throws ParameterError for a std that is negative or NaN.
 */
export function normal({ mean = 0, std = 1 }: NormalOptions = {}): Initializer {
  spread('std', std);
  return {
    name: `normal(mean ${inName(mean)}, std ${inName(std)})`,
    law: () => normalLaw(Math.fround(mean), Math.fround(std)),
    draw: (_, source, out) => source.normals(out, mean, std),
  };
}
