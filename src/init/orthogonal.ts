import { betaCdf } from '../distribution/index.ts';
import { orthonormal } from '../numeric/index.ts';
import { ParameterError } from '../parameter.ts';
import { type Shape, size } from './fans.ts';
import { type Initializer, inName } from './initializer.ts';
import { atom, constantLaw, type Law, mixture } from './law.ts';

/**
 * A random matrix with orthonormal rows or columns, whichever are fewer, times `gain`, as `torch.nn.init.orthogonal_`:
 * Q of the QR decomposition of a normal matrix, R's diagonal positive, which is uniform over all such matrices
 * (Mezzadri, Notices AMS 54(5), 2007). Sizes beyond the second are flattened into the second.
 *
 * The normals are PyTorch's bits; the decomposition is in float64 where PyTorch's is in float32, so the last digits are better here.
 *
 * @throws ParameterError, when it draws or states its law, for a shape of rank < 2.
 */
export function orthogonal({ gain = 1 }: { gain?: number } = {}): Initializer {
  const gain32 = Math.fround(gain);
  return {
    name: `orthogonal(gain ${inName(gain)})`,
    law: (shape) => orthogonalLaw(gain32, Math.max(1, ...flattened(shape))),
    draw: (shape, source, out) => {
      const [rows, columns] = flattened(shape);
      if (out.length === 0) return out;
      source.normals(out);
      const tall = rows >= columns;
      const [count, length] = tall ? [columns, rows] : [rows, columns];
      // One vector after the other: the columns of a tall matrix, the rows of a wide one.
      const place = (vector: number, i: number) => (tall ? i * columns + vector : vector * columns + i);
      const vectors = new Float64Array(out.length);
      for (let v = 0; v < count; v++) for (let i = 0; i < length; i++) vectors[v * length + i] = out[place(v, i)];
      orthonormal(vectors, length);
      for (let v = 0; v < count; v++) {
        for (let i = 0; i < length; i++) out[place(v, i)] = Math.fround(vectors[v * length + i]) * gain32;
      }
      return out;
    },
  };
}

/** (rows, columns) of the matrix that a weight is when its sizes beyond the first are one. */
function flattened(shape: Shape): [number, number] {
  if (shape.length < 2) throw new ParameterError('shape', 'of rank 2 or more, (rows, columns, …)', shape);
  return [size(shape.slice(0, 1)), size(shape.slice(1))];
}

/**
 * An entry of a vector of length `gain` in n dimensions that points anywhere: its square over gain² is Beta(½, (n − 1)/2)
 * (Muirhead 1982, theorem 1.5.7), so its variance is gain²/n and its kurtosis 3n/(n + 2). In one dimension it is ±gain.
 */
function orthogonalLaw(gain: number, n: number): Law {
  const scale = Math.abs(gain);
  const law = { family: 'orthogonal', mean: 0, std: scale / Math.sqrt(n), kurtosis: (3 * n) / (n + 2) } as const;
  if (scale === 0) return { ...constantLaw(0), family: 'orthogonal' };
  if (n === 1) return { ...law, ...mixture(0.5, atom(-scale), atom(scale)) };
  const within = (x: number) => betaCdf(0.5, (n - 1) / 2, Math.min(1, (x / scale) ** 2));
  return { ...law, cdf: (x) => 0.5 + (Math.sign(x) * within(x)) / 2 };
}
