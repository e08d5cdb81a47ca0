const MASK = 0xffffffffn;
const rotl = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (32n - k))) & MASK;

/** xoshiro128** 1.1 as Blackman & Vigna define it, in unsigned integers: slow, and written without a look at ours. */
export function reference(start: readonly bigint[], count: number): number[] {
  const s = [...start];
  return Array.from({ length: count }, () => {
    const result = (rotl((s[1] * 5n) & MASK, 7n) * 9n) & MASK;
    const t = (s[1] << 9n) & MASK;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotl(s[3], 11n);
    return Number(result);
  });
}

/** Four such generators in turn, from 16 words: the first word of each one's state, the second of each, … */
export function fourLanes(start: Iterable<number>, count: number): number[] {
  const state = Array.from(start, (word) => BigInt.asUintN(32, BigInt(word)));
  const lanes = [0, 1, 2, 3].map((lane) =>
    reference(
      [0, 4, 8, 12].map((row) => state[row + lane]),
      Math.ceil(count / 4),
    ),
  );
  return Array.from({ length: count }, (_, i) => lanes[i % 4][i >> 2]);
}

/**
 * The state from which four generators draw `first`, one each, and then `second`: s₁ is what the scrambler turns into the first
 * word, and s₁ ⊕ s₂ ⊕ s₀ into the second.
 */
export function stateBefore(first: readonly number[], second: readonly number[]): Int32Array {
  const unscramble = (word: number) => (rotl((BigInt(word) * 0x38e38e39n) & MASK, 25n) * 0xcccccccdn) & MASK; // 9⁻¹ and 5⁻¹ mod 2³²
  const s1 = first.map(unscramble);
  const s2 = second.map((word, lane) => unscramble(word) ^ s1[lane]);
  return Int32Array.from([0n, 0n, 0n, 0n, ...s1, ...s2, 0n, 0n, 0n, 0n], (word) => Number(BigInt.asIntN(32, word)));
}

/** The largest relative error of one float32 operation. */
export const ROUNDING: number = 2 ** -24;

/** √(−2 ln u) with the float32 u of a word, whose two roundings (to float32, and + ½) make steps of 2⁻²⁴ at most. */
export const radius = (word: number): number => Math.sqrt(-2 * Math.log(Math.fround(Math.fround(word >>> 1) + 0.5) / 2 ** 31));

/**
 * How far float32 may be from it, of 1. ln u has three roundings at most: its last sum; the sum before, at most as large; and all
 * smaller terms together, 0.23 where −ln u is at least 0.35 (Cephes' logf.c saw 1.3 in all). The root halves them and adds its own.
 */
export const RADIUS_ERROR: number = (3 / 2 + 1) * ROUNDING;

/**
 * Box & Muller's two normals of two words, in float64, and how far from them float32 may be: the radius's error; t's three roundings
 * (to float32, π/4, their product); Cephes' sinf.c and cosf.c state 1.2e-7, which is two; and the last product has one.
 */
export function boxMuller(word: number, angle: number): { normals: number[]; bounds: number[] } {
  const t = ((angle << 2) / 2 ** 31) * (Math.PI / 4);
  const direction = [angle >>> 31 ? -Math.cos(t) : Math.cos(t), Math.sin(t)];
  if ((angle >>> 30) & 1) direction.reverse();
  const normals = direction.map((x) => radius(word) * x);
  return { normals, bounds: normals.map((z) => Math.abs(z) * (RADIUS_ERROR + (3 + 2 + 1) * ROUNDING)) };
}

/** The normals of words in blocks of eight: four words for radii, four for angles; four normals, and their four partners. */
export function normalsOf(words: readonly number[]): { normals: number[]; bounds: number[] } {
  const normals: number[] = [];
  const bounds: number[] = [];
  for (let block = 0; block < words.length; block += 8) {
    for (let lane = 0; lane < 4; lane++) {
      const pair = boxMuller(words[block + lane], words[block + 4 + lane]);
      [normals[block + lane], normals[block + 4 + lane]] = pair.normals;
      [bounds[block + lane], bounds[block + 4 + lane]] = pair.bounds;
    }
  }
  return { normals, bounds };
}

/** The largest |value − truth| in units of its bound; NaN if one is NaN. */
export function worst(values: ArrayLike<number>, truths: ArrayLike<number>, bounds: ArrayLike<number>): number {
  return Array.from(values).reduce((most, value, i) => {
    const distance = Object.is(value, truths[i]) ? 0 : Math.abs(value - truths[i]);
    return Math.max(most, distance === 0 ? 0 : distance / bounds[i]);
  }, 0);
}
