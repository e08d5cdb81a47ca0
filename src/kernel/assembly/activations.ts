import { exp } from './elementary';

// φ of `count` numbers (a multiple of 4) at `x`, to `out`, which may be the same place.

/** x, and 0 below 0; NaN stays NaN. */
export function relu(x: usize, out: usize, count: usize): void {
  for (const end = x + (count << 2); x < end; x += 16, out += 16) v128.store(out, f32x4.max(v128.load(x), f32x4.splat(0)));
}

/** x, and slope·x below 0. */
export function leakyRelu(x: usize, out: usize, count: usize, slope: f32): void {
  const slopes = f32x4.splat(slope);
  for (const end = x + (count << 2); x < end; x += 16, out += 16) {
    const v = v128.load(x);
    v128.store(out, v128.bitselect(f32x4.mul(v, slopes), v, f32x4.lt(v, f32x4.splat(0))));
  }
}

/** x between −1 and 1; NaN stays NaN. */
export function hardTanh(x: usize, out: usize, count: usize): void {
  for (const end = x + (count << 2); x < end; x += 16, out += 16) {
    v128.store(out, f32x4.max(f32x4.min(v128.load(x), f32x4.splat(1)), f32x4.splat(-1)));
  }
}

/** tanh x: Cephes' tanhf, a polynomial below 0.625 and 1 − 2/(e^2|x| + 1) above. */
export function tanh(x: usize, out: usize, count: usize): void {
  for (const end = x + (count << 2); x < end; x += 16, out += 16) {
    const v = v128.load(x);
    const size = f32x4.abs(v);
    const z = f32x4.mul(v, v);
    let near = f32x4.splat(-5.70498872745e-3);
    near = f32x4.add(f32x4.mul(near, z), f32x4.splat(2.06390887954e-2));
    near = f32x4.add(f32x4.mul(near, z), f32x4.splat(-5.37397155531e-2));
    near = f32x4.add(f32x4.mul(near, z), f32x4.splat(1.33314422036e-1));
    near = f32x4.add(f32x4.mul(near, z), f32x4.splat(-3.33332819422e-1));
    near = f32x4.add(f32x4.mul(f32x4.mul(near, z), v), v);
    // Beyond 20 it is ±1; in this order the smaller one is NaN where x is.
    const power = exp(f32x4.pmin(f32x4.add(size, size), f32x4.splat(40)));
    const far = f32x4.sub(f32x4.splat(1), f32x4.div(f32x4.splat(2), f32x4.add(power, f32x4.splat(1))));
    const either = v128.bitselect(near, far, f32x4.lt(size, f32x4.splat(0.625)));
    // Its sign is x's, which the polynomial's last sum loses at −0.
    v128.store(out, v128.or(either, v128.and(v, i32x4.splat(0x80000000))));
  }
}
