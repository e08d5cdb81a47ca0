// The error function, the normal distribution, and the activations made of them, with their ways back: `count` numbers (a multiple
// of 4). Polynomials: Cephes' ndtrf.c (erff, erfcf).
import { decayOfSum } from './elementary';

/** erf x. */
export function erf(x: usize, out: usize, count: usize): void {
  for (const end = x + (count << 2); x < end; x += 16, out += 16) {
    const v = v128.load(x);
    // e^(−10.3²) is 0, and no square overflows.
    const size = f32x4.pmin(f32x4.abs(v), f32x4.splat(10.3));
    const far = f32x4.sub(f32x4.splat(1), upperTail(size, bell(size, 1)));
    const signed = v128.or(far, v128.and(v, i32x4.splat(0x80000000)));
    v128.store(out, v128.bitselect(f32x4.mul(v, erfNear0(v)), signed, f32x4.lt(size, f32x4.splat(1))));
  }
}

/** φ′ = 2/√π·e^−z². */
export function throughErf(gradient: usize, z: usize, count: usize): void {
  const scale = f32x4.splat(<f32>(2 / Math.sqrt(Math.PI)));
  for (const end = z + (count << 2); z < end; z += 16, gradient += 16) {
    const size = f32x4.pmin(f32x4.abs(v128.load(z)), f32x4.splat(10.3));
    v128.store(gradient, f32x4.mul(v128.load(gradient), f32x4.mul(scale, bell(size, 1))));
  }
}

/** x·Φ(x). */
export function gelu(x: usize, out: usize, count: usize): void {
  for (const end = x + (count << 2); x < end; x += 16, out += 16) {
    const v = v128.load(x);
    const size = limited(v);
    v128.store(out, f32x4.mul(v, normalCdf(v, size, bell(size, 0.5))));
  }
}

/** φ′ = Φ(z) + z·e^(−z²/2)/√2π. */
export function throughGelu(gradient: usize, z: usize, count: usize): void {
  const scale = f32x4.splat(<f32>(1 / Math.sqrt(2 * Math.PI)));
  for (const end = z + (count << 2); z < end; z += 16, gradient += 16) {
    const v = v128.load(z);
    const size = limited(v);
    const e = bell(size, 0.5);
    const derivative = f32x4.add(normalCdf(v, size, e), f32x4.mul(v, f32x4.mul(scale, e)));
    v128.store(gradient, f32x4.mul(v128.load(gradient), derivative));
  }
}

/** |x|, where e^(−x²/2) is not 0; beyond, 14.5. */
function limited(x: v128): v128 {
  return f32x4.pmin(f32x4.abs(x), f32x4.splat(14.5));
}

/** Φ(x), which has its digits in the lower tail, of x, its size, and e = e^(−x²/2). */
function normalCdf(x: v128, size: v128, e: v128): v128 {
  const half = f32x4.splat(0.5);
  const root = f32x4.splat(Mathf.SQRT1_2);
  const s = f32x4.mul(size, root);
  const tail = f32x4.mul(half, upperTail(s, e));
  const far = v128.bitselect(tail, f32x4.sub(f32x4.splat(1), tail), f32x4.lt(x, f32x4.splat(0)));
  const v = f32x4.mul(x, root);
  const near = f32x4.add(half, f32x4.mul(half, f32x4.mul(v, erfNear0(v))));
  return v128.bitselect(near, far, f32x4.lt(s, f32x4.splat(1)));
}

/** e^(−scale·x²): x is 12 bits, whose square is exact, and others, which are left over in it. */
function bell(x: v128, scale: f32): v128 {
  const factor = f32x4.splat(-scale);
  const high = v128.and(x, i32x4.splat(0xfffff000));
  const low = f32x4.mul(f32x4.sub(x, high), f32x4.add(x, high));
  return decayOfSum(f32x4.mul(f32x4.mul(high, high), factor), f32x4.mul(low, factor));
}

/** erf x/x for |x| ≤ 1. */
function erfNear0(x: v128): v128 {
  const z = f32x4.mul(x, x);
  let y = f32x4.splat(7.853861353153693e-5);
  y = f32x4.add(f32x4.mul(y, z), f32x4.splat(-8.010193625184903e-4));
  y = f32x4.add(f32x4.mul(y, z), f32x4.splat(5.188327685732524e-3));
  y = f32x4.add(f32x4.mul(y, z), f32x4.splat(-2.685381193529856e-2));
  y = f32x4.add(f32x4.mul(y, z), f32x4.splat(1.128358514861418e-1));
  y = f32x4.add(f32x4.mul(y, z), f32x4.splat(-3.7612625824233e-1));
  return f32x4.add(f32x4.mul(y, z), f32x4.splat(1.12837916572671));
}

/** erfc x for x ≥ 1, where e = e^−x²: e/x times a polynomial of 1/x², one below 2 and one above. */
function upperTail(x: v128, e: v128): v128 {
  const q = f32x4.div(f32x4.splat(1), x);
  const y = f32x4.mul(q, q);
  let middle = f32x4.splat(2.326819970068386e-2);
  middle = f32x4.add(f32x4.mul(middle, y), f32x4.splat(-1.387039388740657e-1));
  middle = f32x4.add(f32x4.mul(middle, y), f32x4.splat(3.687424674597105e-1));
  middle = f32x4.add(f32x4.mul(middle, y), f32x4.splat(-5.824733027278666e-1));
  middle = f32x4.add(f32x4.mul(middle, y), f32x4.splat(6.210004621745983e-1));
  middle = f32x4.add(f32x4.mul(middle, y), f32x4.splat(-4.944515323274145e-1));
  middle = f32x4.add(f32x4.mul(middle, y), f32x4.splat(3.404879937665872e-1));
  middle = f32x4.add(f32x4.mul(middle, y), f32x4.splat(-2.741127028184656e-1));
  middle = f32x4.add(f32x4.mul(middle, y), f32x4.splat(5.638259427386472e-1));
  let high = f32x4.splat(-1.047766399936249e1);
  high = f32x4.add(f32x4.mul(high, y), f32x4.splat(1.297719955372516e1));
  high = f32x4.add(f32x4.mul(high, y), f32x4.splat(-7.495518717768503));
  high = f32x4.add(f32x4.mul(high, y), f32x4.splat(2.921019019210786));
  high = f32x4.add(f32x4.mul(high, y), f32x4.splat(-1.0152652792027));
  high = f32x4.add(f32x4.mul(high, y), f32x4.splat(4.218463358204948e-1));
  high = f32x4.add(f32x4.mul(high, y), f32x4.splat(-2.820767439740514e-1));
  high = f32x4.add(f32x4.mul(high, y), f32x4.splat(5.641895067754075e-1));
  return f32x4.mul(f32x4.mul(e, q), v128.bitselect(middle, high, f32x4.lt(x, f32x4.splat(2))));
}
