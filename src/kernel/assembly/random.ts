import { cosine, ln, sine } from './elementary';

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
 * u is made of 31 bits, so that |z| reaches 6.66; beyond it lie 3e-11 of all normal numbers. Near 1 float32 rounds u to steps of
 * 2⁻²⁴, so that the radius is 0 (for one word in 2²⁵) or at least √(2⁻²³) = 3.5e-4. t is an eighth of a turn to either side of 0,
 * carried all round by two bits more: one swaps sine and cosine, one changes the cosine's sign.
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
    const sin = sine(t);
    const cos = v128.xor(cosine(t), v128.and(word, i32x4.splat(0x80000000)));
    const swap = i32x4.shr_s(i32x4.shl(word, 1), 31);
    v128.store(out, f32x4.mul(r, v128.bitselect(sin, cos, swap)));
    v128.store(out, f32x4.mul(r, v128.bitselect(cos, sin, swap)), 16);
  }
}
