// In place, computed in float64 and rounded once to float32, as JavaScript computes with a Float32Array; `count` is a multiple of 4.

/** `count` float32 numbers z become offset + factor·z. */
export function scale(out: usize, count: usize, offset: f64, factor: f64): void {
  const offsets = f64x2.splat(offset);
  const factors = f64x2.splat(factor);
  for (const end = out + (count << 2); out < end; out += 16) {
    const low = f64x2.add(offsets, f64x2.mul(factors, f64x2.promote_low_f32x4(v128.load64_zero(out))));
    const high = f64x2.add(offsets, f64x2.mul(factors, f64x2.promote_low_f32x4(v128.load64_zero(out, 8))));
    v128.store(out, rounded(low, high));
  }
}

/** `count` words w become the uniform numbers low + span·(w + ½)/2³². */
export function uniforms(out: usize, count: usize, low: f64, span: f64): void {
  const lows = f64x2.splat(low);
  const spans = f64x2.splat(span);
  for (const end = out + (count << 2); out < end; out += 16) {
    v128.store(
      out,
      rounded(
        f64x2.add(lows, f64x2.mul(spans, share(v128.load64_zero(out)))),
        f64x2.add(lows, f64x2.mul(spans, share(v128.load64_zero(out, 8)))),
      ),
    );
  }
}

function share(words: v128): v128 {
  return f64x2.mul(f64x2.add(f64x2.convert_low_i32x4_u(words), f64x2.splat(0.5)), f64x2.splat(2 ** -32));
}

function rounded(low: v128, high: v128): v128 {
  return v128.shuffle<f64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}
