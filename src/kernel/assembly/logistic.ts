// Activations made of the logistic function σ(x) = 1/(1 + e^−x), and their ways back: `count` numbers (a multiple of 4).
// With e = e^−|x|, which does not overflow, one of σ(x) and σ(−x) is 1/(1 + e), the other e/(1 + e).
import { decay, ln1Plus } from './elementary';

/** σ(x). */
export function sigmoid(x: usize, out: usize, count: usize): void {
  for (const end = x + (count << 2); x < end; x += 16, out += 16) v128.store(out, logistic(v128.load(x)));
}

/** φ′ = σ(z)σ(−z). */
export function throughSigmoid(gradient: usize, z: usize, count: usize): void {
  for (const end = z + (count << 2); z < end; z += 16, gradient += 16) {
    v128.store(gradient, f32x4.mul(v128.load(gradient), slope(v128.load(z))));
  }
}

/** x·σ(x). */
export function silu(x: usize, out: usize, count: usize): void {
  for (const end = x + (count << 2); x < end; x += 16, out += 16) {
    const v = v128.load(x);
    v128.store(out, f32x4.mul(v, logistic(v)));
  }
}

/** φ′ = σ(z)(1 + z·σ(−z)). */
export function throughSilu(gradient: usize, z: usize, count: usize): void {
  const one = f32x4.splat(1);
  for (const end = z + (count << 2); z < end; z += 16, gradient += 16) {
    const v = v128.load(z);
    const e = decay(f32x4.abs(v));
    const share = f32x4.div(one, f32x4.add(one, e));
    const negative = f32x4.lt(v, f32x4.splat(0));
    const own = f32x4.mul(share, v128.bitselect(e, one, negative));
    const opposite = f32x4.mul(share, v128.bitselect(one, e, negative));
    v128.store(gradient, f32x4.mul(v128.load(gradient), f32x4.mul(own, f32x4.add(one, f32x4.mul(v, opposite)))));
  }
}

/** x·σ(y), where y = 2√(2/π)·(x + 0.044715x³). */
export function geluTanh(x: usize, out: usize, count: usize): void {
  for (const end = x + (count << 2); x < end; x += 16, out += 16) {
    const v = v128.load(x);
    const near = limited(v);
    v128.store(out, f32x4.mul(v, logistic(f32x4.mul(near, steepness(near, 1)))));
  }
}

/** φ′ = σ(y) + z·σ(y)σ(−y)·dy/dz. */
export function throughGeluTanh(gradient: usize, z: usize, count: usize): void {
  const one = f32x4.splat(1);
  for (const end = z + (count << 2); z < end; z += 16, gradient += 16) {
    const near = limited(v128.load(z));
    const y = f32x4.mul(near, steepness(near, 1));
    const e = decay(f32x4.abs(y));
    const share = f32x4.div(one, f32x4.add(one, e));
    const own = f32x4.mul(share, v128.bitselect(e, one, f32x4.lt(y, f32x4.splat(0))));
    const step = f32x4.mul(f32x4.mul(f32x4.mul(e, share), share), f32x4.mul(near, steepness(near, 3)));
    v128.store(gradient, f32x4.mul(v128.load(gradient), f32x4.add(own, step)));
  }
}

/** ln(1 + e^x) = max(x, 0) + ln(1 + e^−|x|). */
export function softplus(x: usize, out: usize, count: usize): void {
  for (const end = x + (count << 2); x < end; x += 16, out += 16) {
    const v = v128.load(x);
    v128.store(out, f32x4.add(f32x4.pmax(v, f32x4.splat(0)), ln1Plus(decay(f32x4.abs(v)))));
  }
}

/** φ′ = σ(z). */
export function throughSoftplus(gradient: usize, z: usize, count: usize): void {
  for (const end = z + (count << 2); z < end; z += 16, gradient += 16) {
    v128.store(gradient, f32x4.mul(v128.load(gradient), logistic(v128.load(z))));
  }
}

function logistic(x: v128): v128 {
  const one = f32x4.splat(1);
  const e = decay(f32x4.abs(x));
  return f32x4.div(v128.bitselect(e, one, f32x4.lt(x, f32x4.splat(0))), f32x4.add(one, e));
}

/** σ(x)σ(−x) = e/(1 + e)². */
function slope(x: v128): v128 {
  const e = decay(f32x4.abs(x));
  const sum = f32x4.add(f32x4.splat(1), e);
  return f32x4.div(e, f32x4.mul(sum, sum));
}

/** x where σ(y) is neither 0 nor 1; beyond, where x³ might overflow, ±12, and y = ±142. */
function limited(x: v128): v128 {
  return f32x4.pmax(f32x4.pmin(x, f32x4.splat(12)), f32x4.splat(-12));
}

/** y/x with `times` = 1, dy/dx with 3. */
function steepness(x: v128, times: f32): v128 {
  const scale = f32x4.splat(<f32>(2 * Math.sqrt(2 / Math.PI)));
  return f32x4.add(scale, f32x4.mul(f32x4.splat(<f32>(2 * Math.sqrt(2 / Math.PI) * 0.044715 * times)), f32x4.mul(x, x)));
}
