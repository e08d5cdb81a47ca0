/**
 * Fills `out` with `count` words (a multiple of 4) of four xoshiro128** generators, side by side: word i is the next one of
 * generator i mod 4. At `state`, each of the state's four words has four lanes, one for each generator.
 *
 * Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021): the reference C code of xoshiro128starstar.
 */
export function words(state: usize, out: usize, count: usize): void {
  let s0 = v128.load(state);
  let s1 = v128.load(state, 16);
  let s2 = v128.load(state, 32);
  let s3 = v128.load(state, 48);
  for (const end = out + (count << 2); out < end; out += 16) {
    const five = i32x4.add(i32x4.shl(s1, 2), s1);
    const turned = v128.or(i32x4.shl(five, 7), i32x4.shr_u(five, 25));
    v128.store(out, i32x4.add(i32x4.shl(turned, 3), turned));
    const t = i32x4.shl(s1, 9);
    s2 = v128.xor(s2, s0);
    s3 = v128.xor(s3, s1);
    s1 = v128.xor(s1, s2);
    s0 = v128.xor(s0, s3);
    s2 = v128.xor(s2, t);
    s3 = v128.or(i32x4.shl(s3, 11), i32x4.shr_u(s3, 21));
  }
  v128.store(state, s0);
  v128.store(state, s1, 16);
  v128.store(state, s2, 32);
  v128.store(state, s3, 48);
}

/**
 * Fills `out` with `count` standard normal numbers (a multiple of 8): √(−2 ln u)·(cos t, sin t).
 *
 * u has 31 bits, so that |z| reaches 6.66; beyond it lie 3e-11 of all normal numbers. t is an eighth of a turn to either side of
 * 0, carried all round by two bits more: one swaps sine and cosine, one changes the cosine's sign.
 *
 * Box & Muller, "A note on the generation of random normal deviates", Ann. Math. Stat. 29 (1958); ln, sine and cosine: Cephes'.
 */
export function normals(state: usize, out: usize, count: usize): void {
  words(state, out, count);
  for (const end = out + (count << 2); out < end; out += 32) {
    const u = f32x4.mul(
      f32x4.add(f32x4.convert_i32x4_s(i32x4.shr_u(v128.load(out), 1)), f32x4.splat(0.5)),
      f32x4.splat(2 ** -31),
    );
    const r = f32x4.sqrt(f32x4.mul(ln(u), f32x4.splat(-2)));
    const word = v128.load(out, 16);
    const t = f32x4.mul(f32x4.convert_i32x4_s(i32x4.shl(word, 2)), f32x4.splat(<f32>(Math.PI / 4 / 2 ** 31)));
    const z = f32x4.mul(t, t);
    let sin = f32x4.splat(-1.9515295891e-4);
    sin = f32x4.add(f32x4.mul(sin, z), f32x4.splat(8.3321608736e-3));
    sin = f32x4.add(f32x4.mul(sin, z), f32x4.splat(-1.6666654611e-1));
    sin = f32x4.add(f32x4.mul(f32x4.mul(sin, z), t), t);
    let cos = f32x4.splat(2.443315711809948e-5);
    cos = f32x4.add(f32x4.mul(cos, z), f32x4.splat(-1.388731625493765e-3));
    cos = f32x4.add(f32x4.mul(cos, z), f32x4.splat(4.166664568298827e-2));
    cos = f32x4.sub(f32x4.mul(f32x4.mul(cos, z), z), f32x4.mul(z, f32x4.splat(0.5)));
    cos = f32x4.add(cos, f32x4.splat(1));
    cos = v128.xor(cos, v128.and(word, i32x4.splat(0x80000000)));
    const swap = i32x4.shr_s(i32x4.shl(word, 1), 31);
    v128.store(out, f32x4.mul(r, v128.bitselect(sin, cos, swap)));
    v128.store(out, f32x4.mul(r, v128.bitselect(cos, sin, swap)), 16);
  }
}

/** ln x of numbers in (0, 1]: Cephes' logf. */
function ln(x: v128): v128 {
  let exponent = i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(126));
  let m = v128.or(v128.and(x, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const low = f32x4.lt(m, f32x4.splat(Mathf.SQRT1_2));
  exponent = i32x4.add(exponent, low);
  m = f32x4.sub(f32x4.add(m, v128.and(m, low)), f32x4.splat(1));
  const power = f32x4.convert_i32x4_s(exponent);
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
  y = f32x4.add(y, f32x4.mul(power, f32x4.splat(-2.1219444e-4)));
  y = f32x4.sub(y, f32x4.mul(f32x4.splat(0.5), z));
  return f32x4.add(f32x4.add(m, y), f32x4.mul(power, f32x4.splat(0.693359375)));
}
