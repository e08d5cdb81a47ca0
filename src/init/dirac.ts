import { ParameterError } from '../parameter.ts';
import { type Shape, size } from './fans.ts';
import type { Initializer } from './initializer.ts';
import { onesLaw } from './law.ts';

/**
 * A convolution that passes its input on, channel by channel, as `torch.nn.init.dirac_`: in each of `groups` groups of output
 * channels, the d-th has a 1 at the centre of the d-th input channel's kernel; all else is 0.
 *
 * Its law is that of an entry picked at random.
 *
 * @throws ParameterError, when it draws or states its law, for a shape of another rank than 3, 4 or 5, for `groups` that do not
 * divide its first size, and for a kernel that has no centre.
 */
export function dirac({ groups = 1 }: { groups?: number } = {}): Initializer {
  return {
    name: `dirac(groups ${groups})`,
    law: (shape) => onesLaw('dirac', places(shape, groups).length / Math.max(1, size(shape))),
    draw: (shape, _, out) => {
      out.fill(0);
      for (const place of places(shape, groups)) out[place] = 1;
      return out;
    },
  };
}

/** Where the ones are. A negative number of groups has none, as in PyTorch. */
function places(shape: Shape, groups: number): number[] {
  if (shape.length < 3 || shape.length > 5) throw new ParameterError('shape', 'of rank 3, 4 or 5, (out, in, …kernel)', shape);
  const [out, into, ...kernel] = shape;
  if (!Number.isSafeInteger(groups) || out % groups !== 0) {
    throw new ParameterError('groups', `an integer that divides ${out}, the shape's first size`, groups);
  }
  const perGroup = out / groups;
  const centre = kernel.reduce((place, length) => place * length + Math.floor(length / 2), 0);
  const found: number[] = [];
  for (let group = 0; group < groups; group++) {
    for (let d = 0; d < Math.min(perGroup, into); d++) {
      found.push(((group * perGroup + d) * into + d) * size(kernel) + centre);
    }
  }
  if (found.length > 0 && size(kernel) === 0) throw new ParameterError("the kernel's every size", '1 or more', kernel);
  return found;
}
