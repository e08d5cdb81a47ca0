import { ParameterError } from '../parameter.ts';
import { spread } from './float32.ts';
import { matrix, type Shape } from './fans.ts';
import { type Initializer, inName } from './initializer.ts';
import { atom, mixture, normalLaw } from './law.ts';
import { normal } from './normal.ts';

export interface SparseOptions {
  /** Share of each column that is 0, rounded up to whole entries. */
  sparsity: number;
  /** Of the entries that are left; 0.01 by default. */
  std?: number;
}

/**
 * N(0, std²) with ⌈sparsity·rows⌉ entries of every column set to 0, as `torch.nn.init.sparse_` (Martens 2010, section 5): first
 * all the normals, then for each column a permutation of its rows, both from one source. As in PyTorch, a negative sparsity
 * counts what is left rather than what is 0.
 *
 * @throws ParameterError for a std that is negative or NaN; when it draws or states its law, for a shape of another rank than 2, and
 * for a sparsity that is not finite.
 */
export function sparse({ sparsity, std = 0.01 }: SparseOptions): Initializer {
  const dense = normal({ std: spread('std', std) });
  return {
    name: `sparse(sparsity ${inName(sparsity)}, std ${inName(std)})`,
    law: (shape) => {
      const [rows] = matrix(shape);
      const share = zerosOf(shape, sparsity) / Math.max(1, rows);
      const one = normalLaw(0, Math.fround(std));
      const sides = mixture(share, atom(0), { left: one.cdf, ...one });
      // Zeros add nothing to the second and the fourth moment.
      return {
        family: 'sparse normal',
        mean: 0,
        std: one.std * Math.sqrt(1 - share),
        kurtosis: one.kurtosis / (1 - share),
        ...sides,
      };
    },
    draw: (shape, source, out) => {
      const [rows, columns] = matrix(shape);
      const zeros = zerosOf(shape, sparsity);
      dense.draw(shape, source, out);
      for (let column = 0; column < columns; column++) {
        for (const row of source.permutation(rows).subarray(0, zeros)) out[row * columns + column] = 0;
      }
      return out;
    },
  };
}

/** How many entries of a column are 0. The product is rounded to float64 first, as in Python: 0.07 of 100 are 8. */
function zerosOf([rows]: Shape, sparsity: number): number {
  const zeros = Math.ceil(sparsity * rows);
  if (!Number.isFinite(zeros)) throw new ParameterError('sparsity', 'a finite number', sparsity);
  return Math.min(rows, zeros < 0 ? Math.max(0, rows + zeros) : zeros);
}
