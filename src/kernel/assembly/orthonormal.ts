/**
 * Frees each of `count` vectors of `length` float64 numbers of those before it, twice, and makes it one long; one that is 0 stays
 * 0. Between two vectors lie `stride` bytes, a multiple of 16; what lies beyond an odd length is 0.
 */
export function orthonormal(vectors: usize, count: usize, length: usize, stride: usize): void {
  const size = ((length + 1) & ~1) << 3;
  const end = vectors + count * stride;
  for (let vector = vectors; vector < end; vector += stride) {
    for (let pass = 0; pass < 2; pass++) {
      for (let before = vectors; before < vector; before += stride) {
        subtract(vector, before, dot(vector, before, size), size);
      }
    }
    const norm = sqrt(dot(vector, vector, size));
    if (norm > 0) {
      for (let i: usize = 0; i < size; i += 16) v128.store(vector + i, f64x2.div(v128.load(vector + i), f64x2.splat(norm)));
    }
  }
}

function dot(x: usize, y: usize, size: usize): f64 {
  let even = f64x2.splat(0);
  let odd = even;
  let i: usize = 0;
  for (; i + 32 <= size; i += 32) {
    even = f64x2.add(even, f64x2.mul(v128.load(x + i), v128.load(y + i)));
    odd = f64x2.add(odd, f64x2.mul(v128.load(x + i, 16), v128.load(y + i, 16)));
  }
  if (i < size) even = f64x2.add(even, f64x2.mul(v128.load(x + i), v128.load(y + i)));
  const both = f64x2.add(even, odd);
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
}

function subtract(x: usize, y: usize, along: f64, size: usize): void {
  const scale = f64x2.splat(along);
  for (let i: usize = 0; i < size; i += 16) {
    v128.store(x + i, f64x2.sub(v128.load(x + i), f64x2.mul(scale, v128.load(y + i))));
  }
}
