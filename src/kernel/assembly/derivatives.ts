// The way back through φ: multiplies `count` numbers (a multiple of 4) at `gradient` by φ′(z).

/** z at `z`. */
export function throughLeakyRelu(gradient: usize, z: usize, count: usize, slope: f32): void {
  const slopes = f32x4.splat(slope);
  for (const end = z + (count << 2); z < end; z += 16, gradient += 16) {
    const g = v128.load(gradient);
    // φ′(0) is the slope, as in torch.nn.functional.leaky_relu.
    v128.store(gradient, v128.bitselect(g, f32x4.mul(g, slopes), f32x4.gt(v128.load(z), f32x4.splat(0))));
  }
}

/** z at `z`; φ′(±1) = 0, and NaN lets the gradient pass, as in torch.nn.functional.hardtanh. */
export function throughHardTanh(gradient: usize, z: usize, count: usize): void {
  for (const end = z + (count << 2); z < end; z += 16, gradient += 16) {
    v128.store(gradient, v128.andnot(v128.load(gradient), f32x4.ge(f32x4.abs(v128.load(z)), f32x4.splat(1))));
  }
}

/** h = tanh z at `h`: φ′ = 1 − h². */
export function throughTanh(gradient: usize, h: usize, count: usize): void {
  for (const end = h + (count << 2); h < end; h += 16, gradient += 16) {
    const v = v128.load(h);
    v128.store(gradient, f32x4.mul(v128.load(gradient), f32x4.sub(f32x4.splat(1), f32x4.mul(v, v))));
  }
}
