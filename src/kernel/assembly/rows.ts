// Linear algebra of a few long rows of float32 numbers. Row a begins at x + a·stride; a `length` is a multiple of 8, a number of
// `rows` of 4.

/**
 * Σ_i x_ai x_bi for b ≤ a, into `out`, float64, `rows` a row; what is above the diagonal is not to be read. It is summed in
 * float64: in float32 the matrix of a batch that has become collinear is not semi-definite.
 */
export function gram(x: usize, stride: usize, length: usize, rows: usize, out: usize): void {
  for (let a: usize = 0; a < rows; a += 4) {
    for (let b: usize = 0; b < a + 4; b += 2) {
      block<f64>(x + a * stride, x + b * stride, stride, length, out + ((a * rows + b) << 3), rows << 3);
    }
  }
}

/** Σ_i x_ai y_bi for all a and b, into `out`, float64, `rows` a row: summed in float32 over 64 numbers, and in float64 over these sums. */
export function crossGram(x: usize, y: usize, stride: usize, length: usize, rows: usize, out: usize): void {
  for (let a: usize = 0; a < rows; a += 4) {
    for (let b: usize = 0; b < rows; b += 2) {
      block<f32>(x + a * stride, y + b * stride, stride, length, out + ((a * rows + b) << 3), rows << 3);
    }
  }
}

/** Σ_i x_ai of every row, into `out`, float64. */
export function rowSums(x: usize, stride: usize, length: usize, rows: usize, out: usize): void {
  for (let a: usize = 0; a < rows; a++, x += stride, out += 8) {
    let total = f64x2.splat(0);
    for (let i: usize = 0; i < length << 2; i += 8) total = f64x2.add(total, wide(x + i));
    f64.store(out, sum(total));
  }
}

/**
 * y_a = Σ_k c_ak x_k, with `rows` × `rows` float32 coefficients, on top of what is there with `add`. With `triangular`, the
 * coefficients above the diagonal are zeros that are mostly passed over.
 */
export function product(
  c: usize,
  x: usize,
  y: usize,
  stride: usize,
  length: usize,
  rows: usize,
  triangular: bool,
  add: bool,
): void {
  const row = rows << 2;
  for (let a: usize = 0; a < rows; a += 4) {
    const last = triangular ? a + 4 : rows;
    for (let i: usize = 0; i < length << 2; i += 32) {
      const y0 = y + a * stride + i;
      const y1 = y0 + stride;
      const y2 = y1 + stride;
      const y3 = y2 + stride;
      let p0 = f32x4.splat(0);
      let p1 = p0;
      let p2 = p0;
      let p3 = p0;
      let q0 = p0;
      let q1 = p0;
      let q2 = p0;
      let q3 = p0;
      if (add) {
        p0 = v128.load(y0);
        p1 = v128.load(y1);
        p2 = v128.load(y2);
        p3 = v128.load(y3);
        q0 = v128.load(y0, 16);
        q1 = v128.load(y1, 16);
        q2 = v128.load(y2, 16);
        q3 = v128.load(y3, 16);
      }
      let entry = c + a * row;
      let from = x + i;
      for (let k: usize = 0; k < last; k++, from += stride, entry += 4) {
        const v = v128.load(from);
        const w = v128.load(from, 16);
        let s = v128.load32_splat(entry);
        p0 = f32x4.add(p0, f32x4.mul(s, v));
        q0 = f32x4.add(q0, f32x4.mul(s, w));
        s = v128.load32_splat(entry + row);
        p1 = f32x4.add(p1, f32x4.mul(s, v));
        q1 = f32x4.add(q1, f32x4.mul(s, w));
        s = v128.load32_splat(entry + 2 * row);
        p2 = f32x4.add(p2, f32x4.mul(s, v));
        q2 = f32x4.add(q2, f32x4.mul(s, w));
        s = v128.load32_splat(entry + 3 * row);
        p3 = f32x4.add(p3, f32x4.mul(s, v));
        q3 = f32x4.add(q3, f32x4.mul(s, w));
      }
      v128.store(y0, p0);
      v128.store(y1, p1);
      v128.store(y2, p2);
      v128.store(y3, p3);
      v128.store(y0, q0, 16);
      v128.store(y1, q1, 16);
      v128.store(y2, q2, 16);
      v128.store(y3, q3, 16);
    }
  }
}

/** 64 float32 numbers. */
const CHUNK: usize = 256;

/**
 * The scalar products of four rows at `x` with two at `y`: in float64, or by chunks that are summed in float32. Eight sums fit into the
 * registers of any machine.
 */
function block<T>(x: usize, y: usize, stride: usize, length: usize, out: usize, row: usize): void {
  const x1 = x + stride;
  const x2 = x1 + stride;
  const x3 = x2 + stride;
  const y1 = y + stride;
  const size = length << 2;
  const chunk = sizeof<T>() == 8 ? size : CHUNK;
  for (let start: usize = 0; start < size; start += chunk) {
    const end = min(start + chunk, size);
    let a00 = f64x2.splat(0);
    let a01 = a00;
    let a10 = a00;
    let a11 = a00;
    let a20 = a00;
    let a21 = a00;
    let a30 = a00;
    let a31 = a00;
    for (let i = start; i < end; i += 64 / sizeof<T>()) {
      const p = lanes<T>(y + i);
      const q = lanes<T>(y1 + i);
      let v = lanes<T>(x + i);
      a00 = v128.add<T>(a00, v128.mul<T>(v, p));
      a01 = v128.add<T>(a01, v128.mul<T>(v, q));
      v = lanes<T>(x1 + i);
      a10 = v128.add<T>(a10, v128.mul<T>(v, p));
      a11 = v128.add<T>(a11, v128.mul<T>(v, q));
      v = lanes<T>(x2 + i);
      a20 = v128.add<T>(a20, v128.mul<T>(v, p));
      a21 = v128.add<T>(a21, v128.mul<T>(v, q));
      v = lanes<T>(x3 + i);
      a30 = v128.add<T>(a30, v128.mul<T>(v, p));
      a31 = v128.add<T>(a31, v128.mul<T>(v, q));
    }
    addSums<T>(out, a00, a01, start);
    addSums<T>(out + row, a10, a11, start);
    addSums<T>(out + 2 * row, a20, a21, start);
    addSums<T>(out + 3 * row, a30, a31, start);
  }
}

/** As many float32 numbers as a vector of T has lanes, as T. */
function lanes<T>(x: usize): v128 {
  return sizeof<T>() == 8 ? wide(x) : v128.load(x);
}

/** The sums of two vectors of T become the two numbers at `out`, or are added to them where these are the sums of chunks before. */
function addSums<T>(out: usize, x: v128, y: v128, before: usize): void {
  let sums = sizeof<T>() == 8 ? both(x, y) : both(pairs(x), pairs(y));
  if (sizeof<T>() == 4 && before > 0) sums = f64x2.add(sums, v128.load(out));
  v128.store(out, sums);
}

/** The sum of x's two lanes beside that of y's. */
function both(x: v128, y: v128): v128 {
  return f64x2.add(v128.shuffle<f64>(x, y, 0, 2), v128.shuffle<f64>(x, y, 1, 3));
}

/** Four float32 numbers as float64, the upper two added to the lower two. */
function pairs(x: v128): v128 {
  return f64x2.add(f64x2.promote_low_f32x4(x), f64x2.promote_low_f32x4(v128.shuffle<f32>(x, x, 2, 3, 2, 3)));
}

/** Two float32 numbers as float64. */
function wide(x: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(x));
}

function sum(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}
