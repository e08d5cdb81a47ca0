// Elementary functions of four float32 numbers: Cephes' expf, logf, sinf and cosf, which state errors of about two roundings.
// NaN stays NaN.

/** e^x where it is a normal number. */
export function exp(x: v128): v128 {
  const shifted = inTwos(x);
  return f32x4.mul(f32x4.add(growth(rest(x, shifted)), f32x4.splat(1)), powerOfTwo(shifted));
}

/** e^−x for x ≥ 0; e^−105 is 0. */
export function decay(x: v128): v128 {
  return decayOfSum(f32x4.neg(f32x4.pmin(x, f32x4.splat(105))), f32x4.splat(0));
}

/** e^(x + low) for −106 ≤ x ≤ 0, where low, at most 0.05, is what is left over in x; below 2⁻¹²⁶ it is rounded as float32 rounds. */
export function decayOfSum(x: v128, low: v128): v128 {
  const shifted = inTwos(x);
  const y = f32x4.add(growth(f32x4.add(rest(x, shifted), low)), f32x4.splat(1));
  // 2ⁿ in two halves, for below n = −126 it is no normal number.
  const half = i32x4.shr_s(i32x4.shl(shifted, 16), 17);
  const other = i32x4.sub(shifted, half);
  return f32x4.mul(f32x4.mul(y, powerOfTwo(half)), powerOfTwo(other));
}

/** e^x − 1 for x ≤ 0, with its digits near 0: (eʳ − 1)·2ⁿ + (2ⁿ − 1). */
export function decayMinus1(x: v128): v128 {
  const limited = f32x4.pmax(x, f32x4.splat(-40));
  const shifted = inTwos(limited);
  const scale = powerOfTwo(shifted);
  const y = f32x4.mul(growth(rest(limited, shifted)), scale);
  return f32x4.add(y, f32x4.sub(scale, f32x4.splat(1)));
}

/** ln x of normal numbers. */
export function ln(x: v128): v128 {
  let exponent = i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(126));
  const m = v128.or(v128.and(x, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const low = f32x4.lt(m, f32x4.splat(Mathf.SQRT1_2));
  exponent = i32x4.add(exponent, low);
  return lnNear1(f32x4.sub(f32x4.add(m, v128.and(m, low)), f32x4.splat(1)), f32x4.convert_i32x4_s(exponent));
}

/** ln(1 + x) for 0 ≤ x ≤ 1, with its digits near 0: beyond √2 − 1 it is ln 2 + ln(1 + (x − 1)/2). */
export function ln1Plus(x: v128): v128 {
  const one = f32x4.splat(1);
  const high = f32x4.gt(x, f32x4.splat(<f32>(Math.SQRT2 - 1)));
  const m = v128.bitselect(f32x4.mul(f32x4.sub(x, one), f32x4.splat(0.5)), x, high);
  return lnNear1(m, v128.and(one, high));
}

/** sin t for |t| ≤ π/4; its sign is t's, but for −0. */
export function sine(t: v128): v128 {
  const z = f32x4.mul(t, t);
  let sin = f32x4.splat(-1.9515295891e-4);
  sin = f32x4.add(f32x4.mul(sin, z), f32x4.splat(8.3321608736e-3));
  sin = f32x4.add(f32x4.mul(sin, z), f32x4.splat(-1.6666654611e-1));
  return f32x4.add(f32x4.mul(f32x4.mul(sin, z), t), t);
}

/** cos t for |t| ≤ π/4. */
export function cosine(t: v128): v128 {
  const z = f32x4.mul(t, t);
  let cos = f32x4.splat(2.443315711809948e-5);
  cos = f32x4.add(f32x4.mul(cos, z), f32x4.splat(-1.388731625493765e-3));
  cos = f32x4.add(f32x4.mul(cos, z), f32x4.splat(4.166664568298827e-2));
  cos = f32x4.sub(f32x4.mul(f32x4.mul(cos, z), z), f32x4.mul(z, f32x4.splat(0.5)));
  return f32x4.add(cos, f32x4.splat(1));
}

/** n, the integer nearest to x/ln 2, in the low bits of n + 1.5·2²³. */
function inTwos(x: v128): v128 {
  return f32x4.add(f32x4.mul(x, f32x4.splat(1.44269504088896341)), f32x4.splat(12582912));
}

/** x − n·ln 2, with ln 2 in two parts, of which the first's product is exact. */
function rest(x: v128, shifted: v128): v128 {
  const n = f32x4.sub(shifted, f32x4.splat(12582912));
  const r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  return f32x4.add(r, f32x4.mul(n, f32x4.splat(2.1219444e-4)));
}

/** eʳ − 1 for |r| ≤ 0.4. */
function growth(r: v128): v128 {
  let y = f32x4.splat(1.98756915e-4);
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.3981999507e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(8.3334519073e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(4.1665795894e-2));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.6666665459e-1));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(5.0000001201e-1));
  return f32x4.add(f32x4.mul(f32x4.mul(y, r), r), r);
}

/** 2ⁿ of an n from −126 to 127 in the low 9 bits. */
function powerOfTwo(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** ln(1 + m) + n·ln 2 for √½ ≤ 1 + m ≤ √2. */
function lnNear1(m: v128, n: v128): v128 {
  const z = f32x4.mul(m, m);
  let y = f32x4.splat(7.0376836292e-2);
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(-1.151461031e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(1.167699874e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(-1.2420140846e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(1.4249322787e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(-1.6668057665e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(2.0000714765e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(-2.4999993993e-1));
  y = f32x4.add(f32x4.mul(y, m), f32x4.splat(3.3333331174e-1));
  y = f32x4.mul(f32x4.mul(y, m), z);
  y = f32x4.add(y, f32x4.mul(n, f32x4.splat(-2.1219444e-4)));
  y = f32x4.sub(y, f32x4.mul(f32x4.splat(0.5), z));
  return f32x4.add(f32x4.add(m, y), f32x4.mul(n, f32x4.splat(0.693359375)));
}
