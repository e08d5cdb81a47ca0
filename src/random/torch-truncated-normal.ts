import { type Source, type Truncated, UNIFORM_BELOW } from './source.ts';
import { float32Ln } from './torch-normal.ts';

const f = Math.fround;

/**
 * As `torch.nn.init.trunc_normal_` of PyTorch 2.13: whole tensors of proposals, of which only the places that still want one are taken.
 */
export function torchTruncatedNormals(source: Source, out: Float32Array, truncated: Truncated): Float32Array {
  return truncated.mass > UNIFORM_BELOW ? byNormals(source, out, truncated) : byUniforms(source, out, truncated);
}

function byNormals(source: Source, out: Float32Array, { mean, std, low, high }: Truncated): Float32Array {
  const [low32, high32] = [f(low), f(high)];
  const outside = (value: number) => value < low32 || value > high32;
  source.normals(out, mean, std);
  const proposed = new Float32Array(out.length);
  while (out.some(outside)) {
    source.normals(proposed, mean, std);
    for (let i = 0; i < out.length; i++) if (outside(out[i])) out[i] = proposed[i];
  }
  return out;
}

function byUniforms(source: Source, out: Float32Array, { mean, std, low, high }: Truncated): Float32Array {
  const peak = f(-0.5 * ((Math.max(low, Math.min(mean, high)) - mean) / std) ** 2);
  const proposed = new Float32Array(out.length);
  const levels = new Float32Array(out.length);
  let pending = Array.from(out, (_, i) => i);
  while (pending.length > 0) {
    source.uniforms(proposed, low, high);
    source.uniforms(levels);
    pending = pending.filter((i) => {
      out[i] = proposed[i];
      const distance = f(f(out[i] - f(mean)) / f(std));
      const density = f(f(f(distance * distance) * -0.5) - peak);
      return float32Ln(levels[i]) > density;
    });
  }
  return out;
}
