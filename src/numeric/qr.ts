import { loadKernel } from '../kernel/index.ts';

/** So that no address is 0, and every one is a multiple of a vector's size. */
const START = 16;

/**
 * Q of the QR decomposition whose R has a positive diagonal: orthonormalises vectors in their order, in place; returns them.
 *
 * Modified Gram & Schmidt, each vector freed of its predecessors twice, which is enough to make them orthogonal to rounding
 * (Giraud, Langou, Rozložník & van den Eshof, Numer. Math. 101, 2005). A vector that depends on its predecessors exactly becomes 0.
 *
 * @param vectors one after the other, at most as many as each is long.
 * @param length of each.
 */
export function orthonormal(vectors: Float64Array, length: number): Float64Array {
  const count = vectors.length / length;
  const padded = length + (length % 2);
  const kernel = loadKernel(START + count * padded * Float64Array.BYTES_PER_ELEMENT);
  const own = new Float64Array(kernel.memory.buffer, START, count * padded);
  for (let i = 0; i < count; i++) own.set(vectors.subarray(i * length, (i + 1) * length), i * padded);
  kernel.orthonormal(START, count, length, padded * Float64Array.BYTES_PER_ELEMENT);
  for (let i = 0; i < count; i++) vectors.set(own.subarray(i * padded, i * padded + length), i * length);
  return vectors;
}
