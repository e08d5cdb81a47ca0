import { type ExactInput, secondMoments } from '../architecture/index.ts';
import { orthonormal } from '../numeric/index.ts';
import type { Source } from '../random/index.ts';

/**
 * Fills `out` with rows of exact second moments and cosines, unit by unit: row a is √(n q_a)·(√c e₀ + √(1−c) e_a), with
 * e₀ … e_B orthonormal vectors in random directions.
 */
export function drawExactInput(input: ExactInput, batch: number, source: Source, out: Float32Array): void {
  const width = out.length / batch;
  const directions = orthonormal(Float64Array.from(source.normals(new Float32Array((batch + 1) * width))), width);
  const [common, own] = [Math.sqrt(input.cosine), Math.sqrt(1 - input.cosine)];
  secondMoments(input, batch).forEach((q, row) => {
    const length = Math.sqrt(width * q);
    for (let unit = 0; unit < width; unit++) {
      out[unit * batch + row] = length * (common * directions[unit] + own * directions[(row + 1) * width + unit]);
    }
  });
}
