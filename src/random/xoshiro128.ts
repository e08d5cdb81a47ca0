/**
 * xoshiro128**: fills `out` with the generator's next 32-bit words and advances `state` (four 32-bit words, not all zero).
 *
 * Source: Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021), the reference C code of
 * xoshiro128starstar. It works on whole blocks because the state then stays in registers, which is what makes it fast.
 */
export function xoshiro128(state: Int32Array, out: Uint32Array): void {
  let [s0, s1, s2, s3] = state as unknown as [number, number, number, number];
  for (let i = 0; i < out.length; i++) {
    const x = Math.imul(s1, 5);
    out[i] = Math.imul((x << 7) | (x >>> 25), 9);
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
  }
  state.set([s0, s1, s2, s3]);
}
