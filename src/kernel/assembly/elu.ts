import { decay, decayMinus1 } from './elementary';

/** right·x, and left·(e^x − 1) where x ≤ 0, of `count` numbers (a multiple of 4). */
export function elu(x: usize, out: usize, count: usize, right: f32, left: f32): void {
  const zero = f32x4.splat(0);
  for (const end = x + (count << 2); x < end; x += 16, out += 16) {
    const v = v128.load(x);
    const grown = decayMinus1(f32x4.pmin(v, zero));
    // The sign of x is that of e^x − 1 too; it is lost at −0.
    const signed = v128.or(grown, v128.and(v, i32x4.splat(0x80000000)));
    const product = v128.bitselect(f32x4.mul(v, f32x4.splat(right)), f32x4.mul(signed, f32x4.splat(left)), f32x4.gt(v, zero));
    v128.store(out, product);
  }
}

/** Multiplies the gradient by φ′: right, and left·e^z where z ≤ 0, as in torch.nn.functional.elu. */
export function throughElu(gradient: usize, z: usize, count: usize, right: f32, left: f32): void {
  for (const end = z + (count << 2); z < end; z += 16, gradient += 16) {
    const v = v128.load(z);
    const falling = f32x4.mul(decay(f32x4.abs(v)), f32x4.splat(left));
    const derivative = v128.bitselect(f32x4.splat(right), falling, f32x4.gt(v, f32x4.splat(0)));
    v128.store(gradient, f32x4.mul(v128.load(gradient), derivative));
  }
}
