import { matrix, size } from './fans.ts';
import type { Initializer } from './initializer.ts';
import { onesLaw } from './law.ts';

/**
 * Ones on the main diagonal and zeros elsewhere, as `torch.nn.init.eye_`: a square layer passes its input on.
 *
 * Its law is that of an entry picked at random.
 *
 * @throws ParameterError, when it draws or states its law, for a shape of another rank than 2.
 */
export function eye(): Initializer {
  return {
    name: 'eye',
    law: (shape) => onesLaw('identity', Math.min(...matrix(shape)) / Math.max(1, size(shape))),
    draw: (shape, _, out) => {
      const [rows, columns] = matrix(shape);
      out.fill(0);
      for (let i = 0; i < Math.min(rows, columns); i++) out[i * columns + i] = 1;
      return out;
    },
  };
}
