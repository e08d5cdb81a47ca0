import { cosine, sine } from './elementary';

/** sin x of `count` numbers (a multiple of 4), of any size. */
export function sin(x: usize, out: usize, count: usize): void {
  for (const end = x + (count << 2); x < end; x += 16, out += 16) v128.store(out, turned(v128.load(x), 0));
}

/** Multiplies the gradient by φ′ = cos z. */
export function throughSin(gradient: usize, z: usize, count: usize): void {
  for (const end = z + (count << 2); z < end; z += 16, gradient += 16) {
    v128.store(gradient, f32x4.mul(v128.load(gradient), turned(v128.load(z), 1)));
  }
}

/**
 * sin(x + quarters·π/2). The multiple of π/2 is taken off in float64, whose rounding is an error of |x|·2⁻⁵³; where that is no
 * longer small, beyond 2²⁴, multiples of 2π go first.
 */
function turned(x: v128, quarters: i32): v128 {
  let a = f64x2.promote_low_f32x4(x);
  let b = f64x2.promote_low_f32x4(v128.shuffle<f32>(x, x, 2, 3, 2, 3));
  if (v128.any_true(f32x4.gt(f32x4.abs(x), f32x4.splat(16777216)))) {
    a = f64x2.replace_lane(f64x2.splat(within(f32x4.extract_lane(x, 0))), 1, within(f32x4.extract_lane(x, 1)));
    b = f64x2.replace_lane(f64x2.splat(within(f32x4.extract_lane(x, 2))), 1, within(f32x4.extract_lane(x, 3)));
  }
  const p = inQuarters(a);
  const q = inQuarters(b);
  const t = v128.shuffle<f32>(f32x4.demote_f64x2_zero(less(a, p)), f32x4.demote_f64x2_zero(less(b, q)), 0, 1, 4, 5);
  const n = i32x4.add(v128.shuffle<i32>(p, q, 0, 2, 4, 6), i32x4.splat(quarters));
  const odd = i32x4.shr_s(i32x4.shl(n, 31), 31);
  const sign = v128.and(i32x4.shl(n, 30), i32x4.splat(0x80000000));
  // sin −0 is −0.
  const even = v128.or(sine(t), v128.and(t, i32x4.splat(0x80000000)));
  return v128.xor(v128.bitselect(cosine(t), even, odd), sign);
}

/** n, the integer nearest to x/(π/2), in the low bits of n + 1.5·2⁵². */
function inQuarters(x: v128): v128 {
  return f64x2.add(f64x2.mul(x, f64x2.splat(2 / Math.PI)), f64x2.splat(6755399441055744));
}

/** x − n·π/2. */
function less(x: v128, shifted: v128): v128 {
  const n = f64x2.sub(shifted, f64x2.splat(6755399441055744));
  return f64x2.sub(x, f64x2.mul(n, f64x2.splat(Math.PI / 2)));
}

/**
 * x less a multiple of 2π, from −π to π, with an error of 2π·2⁻⁴⁰.
 *
 * Payne & Hanek, "Radian reduction for trigonometric functions", ACM SIGNUM Newsletter 18 (1983): x is m·2^k with m below 2²⁴,
 * so that of the digits of 1/2π only those count which m·2^k does not make whole turns.
 */
function within(x: f32): f64 {
  const bits = reinterpret<u32>(x);
  const k = <i32>((bits >> 23) & 255) - 150;
  // Below 2²⁴ there is nothing to do; ∞ has no sine.
  if (k < 1) return x;
  if (k > 104) return NaN;
  // 2/π has the digits of 1/2π two places earlier.
  const from = <u64>(k - 2 + 64);
  const shift = from & 63;
  const first = digits(<i32>(from >> 6));
  const window = shift ? (first << shift) | (digits(<i32>(from >> 6) + 1) >> (64 - shift)) : first;
  const turns = <f64>(<i64>(((bits & 0x7fffff) | 0x800000) * window)) * (2 * Math.PI * 2 ** -64);
  return x < 0 ? -turns : turns;
}

/** 64 binary digits of 2/π: none before the point, then those after it. */
function digits(word: i32): u64 {
  if (word == 0) return 0;
  if (word == 1) return 0xa2f9836e4e441529;
  if (word == 2) return 0xfc2757d1f534ddc0;
  return 0xdb6295993c439041;
}
