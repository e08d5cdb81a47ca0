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
  for (let start = 0; start < vectors.length; start += length) {
    const vector = vectors.subarray(start, start + length);
    for (let pass = 0; pass < 2; pass++) {
      for (let before = 0; before < start; before += length) {
        let along = 0;
        for (let i = 0; i < length; i++) along += vectors[before + i] * vector[i];
        for (let i = 0; i < length; i++) vector[i] -= along * vectors[before + i];
      }
    }
    const norm = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
    if (norm > 0) for (let i = 0; i < length; i++) vector[i] /= norm;
  }
  return vectors;
}
