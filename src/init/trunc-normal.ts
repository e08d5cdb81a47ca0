import { ParameterError } from '../parameter.ts';
import { UNIFORM_BELOW } from '../random/index.ts';
import { range, spread } from './float32.ts';
import { type Initializer, inName } from './initializer.ts';
import { normalMass, truncatedNormalLaw } from './truncated-normal-law.ts';

export interface TruncNormalOptions {
  mean?: number;
  /** Of the normal before the cut: cut at ±2 std, 0.8796 of it are left. */
  std?: number;
  /** Lower bound, of the weights themselves and not in units of std. */
  a?: number;
  /** Upper bound. */
  b?: number;
}

/**
 * N(mean, std²) between two bounds, as `torch.nn.init.trunc_normal_`; by default N(0, 1) between −2 and 2. What falls outside is
 * drawn again; where less than 0.3 of the normal lies inside, uniform numbers are drawn and kept in proportion to the density.
 *
 * @throws ParameterError for a std of 0, for bounds that are not in order, and, in that second case, for bounds that do not fit into float32.
 */
export function truncNormal({ mean = 0, std = 1, a = -2, b = 2 }: TruncNormalOptions = {}): Initializer {
  if (std === 0) throw new ParameterError('std', 'a number other than 0', std);
  // A negative std makes the mass negative, and PyTorch then draws uniform numbers.
  const mass = normalMass((a - mean) / std, (b - mean) / std);
  if (mass > UNIFORM_BELOW) spread('std', std);
  else range(['a', 'b'], a, b);
  const f = Math.fround;
  const far = mean < a - 2 * std || mean > b + 2 * std;
  return {
    name: `truncNormal(mean ${inName(mean)}, std ${inName(std)}, a ${inName(a)}, b ${inName(b)})`,
    law: () => truncatedNormalLaw(f(mean), f(std), f(a), f(b)),
    draw: (_, source, out) => source.truncatedNormals(out, { mean, std, low: a, high: b, mass }),
    warnings: () => (far ? ['mean is more than 2 std from [a, b]'] : []),
  };
}
