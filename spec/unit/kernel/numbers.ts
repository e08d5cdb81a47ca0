const f = Math.fround;

/** How many numbers the kernel's activations are given at once, at most. */
export const SIZE: number = 2 ** 16;

const EDGES = [0, 2 ** -149, 2 ** -126, 0.5, 1, f(1 + 2 ** -23), f(1 - 2 ** -24), 2, f(3.4028234663852886e38), Infinity];

/** Both ends of the float32 numbers and what lies around 1, with both signs; and NaN. */
export const SPECIAL: readonly number[] = [...EDGES, ...EDGES.map((each) => -each), ...new Array<number>(4).fill(Number.NaN)];

/** float32 numbers of every exponent, evenly spaced among the bit patterns of one sign, and the special ones. */
export function everyExponent(): Float32Array {
  const bits = Int32Array.from({ length: SIZE / 2 - SPECIAL.length }, (_, i) => i * 0x10401).filter(
    (each) => each >= 0 && each < 0x7f800000,
  );
  const positive = new Float32Array(bits.buffer, 0, bits.length);
  const all = [...positive, ...positive.map((each) => -each), ...SPECIAL];
  return Float32Array.from(all.slice(0, all.length - (all.length % 4)));
}
