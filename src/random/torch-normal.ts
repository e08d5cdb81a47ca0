// PyTorch's vectorised `normal_` computes ln, sin and cos by Cephes' single-precision polynomials (logf, sinf, cosf; Moshier 1992),
// each step a fused multiply-add. On float32 operands `fround(a·b + c)` in float64 gives the fused result, so the bits are PyTorch's.
const f = Math.fround;

const LN = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1, 2.0000714765e-1,
  -2.4999993993e-1, 3.3333331174e-1,
].map(f);
const LN2_LOW = f(-2.1219444e-4);
const LN2_HIGH = f(0.693359375);
const SQRT_HALF = f(Math.SQRT1_2);

const FOUR_OVER_PI = f(4 / Math.PI);
const TWO_PI = f(2 * Math.PI);
/** π/4 in three parts, whose products with a small integer are exact in float32. */
const QUARTER_PI = [0.78515625, 2.4187564849853515625e-4, f(3.77489497744594108e-8)];
const COS = [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2].map(f);
const SIN = [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1].map(f);

const floats = new Float32Array(1);
const bits = new Int32Array(floats.buffer);

/** ln u, u in (0, 1]. */
function ln(u: number): number {
  floats[0] = u;
  let exponent = (bits[0] >> 23) - 126;
  bits[0] = (bits[0] & 0x7fffff) | 0x3f000000;
  const mantissa = floats[0];
  let x = f(mantissa - 1);
  if (mantissa < SQRT_HALF) {
    exponent -= 1;
    x = f(x + mantissa);
  }
  const z = f(x * x);
  let y = LN[0];
  for (let i = 1; i < LN.length; i++) y = f(y * x + LN[i]);
  y = f(f(y * x) * z + f(exponent * LN2_LOW));
  y = f(y - f(z * 0.5));
  return f(f(x + y) + f(exponent * LN2_HIGH));
}

/** How many numbers `boxMuller` turns at a time: eight radii and eight angles. */
export const BLOCK = 16;

/**
 * Turns 16 uniform numbers in [0, 1) at `start` into normal ones: PyTorch's block of Box & Muller's transform, the first eight
 * numbers giving the radii and the last eight the angles.
 */
export function boxMuller(out: Float32Array, start: number, mean: number, std: number): void {
  for (let i = start; i < start + BLOCK / 2; i++) {
    const radius = f(Math.sqrt(f(-2 * ln(f(1 - out[i])))));
    const angle = f(TWO_PI * out[i + BLOCK / 2]);
    const octant = (Math.trunc(f(angle * FOUR_OVER_PI)) + 1) & ~1;
    let x = f(-octant * QUARTER_PI[0] + angle);
    x = f(-octant * QUARTER_PI[1] + x);
    x = f(-octant * QUARTER_PI[2] + x);
    const z = f(x * x);
    let c = f(f(COS[0] * z + COS[1]) * z + COS[2]);
    c = f(f(f(c * z) * z - f(z * 0.5)) + 1);
    let s = f(f(SIN[0] * z + SIN[1]) * z + SIN[2]);
    s = f(f(s * z) * x + x);
    const swapped = octant & 2;
    const cosine = octant === 2 || octant === 4 ? -(swapped ? s : c) : swapped ? s : c;
    const sine = octant & 4 ? -(swapped ? c : s) : swapped ? c : s;
    out[i] = f(f(radius * cosine) * std + mean);
    out[i + BLOCK / 2] = f(f(radius * sine) * std + mean);
  }
}

export { ln as float32Ln };
