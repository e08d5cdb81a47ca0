/** A row nearer than 2⁻²¹ of its length to the span of those before it adds nothing that eight float32 roundings would not hide. */
const NEAREST = 2 ** -42;

/**
 * The lower triangular L ≥ 0 with L Lᵀ = K for a symmetric, positive semi-definite K: Cholesky's factor, and where a row depends on those
 * before it (to rounding: see NEAREST), a column of zeros. K of rank r has r columns that are not.
 *
 * Source: Golub & Van Loan, "Matrix computations" (4th ed., 2013), section 4.2.8, without its pivoting: the rows that are passed
 * over are so near to the others that the pivots' order does not matter.
 *
 * @param K n × n, rows first; only the lower triangle is read.
 * @returns n × n, rows first.
 */
export function semidefiniteFactor(K: Float64Array, n: number): Float64Array {
  const L = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b <= a; b++) {
      let rest = K[a * n + b];
      for (let k = 0; k < b; k++) rest -= L[a * n + k] * L[b * n + k];
      const pivot = L[b * n + b];
      if (b < a) L[a * n + b] = pivot === 0 ? 0 : rest / pivot;
      else if (rest > NEAREST * K[a * n + a]) L[a * n + a] = Math.sqrt(rest);
    }
  }
  return L;
}

/**
 * T with T L = 1 where L has a pivot, and a row of zeros where it has none: what takes the rows of X, where L Lᵀ = X Xᵀ, to
 * orthonormal ones that span the same space.
 *
 * @param L of `semidefiniteFactor`, n × n.
 */
export function inverseFactor(L: Float64Array, n: number): Float64Array {
  const T = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    const pivot = L[a * n + a];
    if (pivot === 0) continue;
    T[a * n + a] = 1 / pivot;
    for (let b = 0; b < a; b++) {
      let along = 0;
      for (let k = b; k < a; k++) along += L[a * n + k] * T[k * n + b];
      T[a * n + b] = -along / pivot;
    }
  }
  return T;
}
