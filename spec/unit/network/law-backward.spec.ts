import { describe, expect, test } from 'vitest';
import { linear, relu } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import { normal } from '../../../src/init/index.ts';
import { drawsFromStreams } from '../../../src/network/index.ts';
import { inverseFactor, semidefiniteFactor } from '../../../src/numeric/index.ts';
import { seed } from './drawing.ts';
import { everyActivation } from './every-activation.ts';
import { ran } from './one-in-law.ts';
import { dot, factored, norm, roundings } from './rows.ts';

const init = normal({ std: 0.3 });
const bias = normal({ std: 0.5 });

/** ‖|L| |L⁻¹|‖: by how much more than one product's rounding X is off the rows that are made of it and back. */
function condition(gram: Float64Array, batch: number): number {
  const L = semidefiniteFactor(gram, batch);
  const T = inverseFactor(L, batch);
  let most = 1;
  for (let a = 0; a < batch; a++) {
    let sum = 0;
    for (let k = 0; k < batch; k++) {
      for (let b = 0; b < batch; b++)
        sum += Math.abs(L[a * batch + k] * T[k * batch + b]) * Math.sqrt(gram[b * batch + b] / gram[a * batch + a]);
    }
    most = Math.max(most, sum);
  }
  return most;
}

/**
 * How far ⟨Δ_in, x⟩ may be from ⟨Δ, z − b⟩ in one layer. Both are of the size σ|Δ||x| times the length of what is drawn: ‖G‖ for what the
 * way forward has fixed, and twice √fan_in a row, in the mean, for what is free. To that are added the roundings of a product of B terms,
 * once in Z and once in Δ_in, and B of them for Q, whose rows are orthonormal, and span X, to `condition` such roundings.
 */
function allowed(
  sigma: number,
  delta: number,
  x: number,
  drawn: readonly Float32Array[],
  fanIn: number,
  gram: Float64Array,
): number {
  const batch = drawn.length;
  const size = sigma * delta * x * (Math.hypot(...drawn.map(norm)) + 2 * Math.sqrt(batch * fanIn));
  return roundings(batch) * (2 + 2 * Math.sqrt(batch) * condition(gram, batch)) * size;
}

const sizes: [string, { width: number[]; batch: number }][] = [
  ['whole vectors', { width: [24, 16], batch: 4 }],
  ['odd widths and an odd batch', { width: [21, 13], batch: 5 }],
  ['a batch of one', { width: [9, 30], batch: 1 }],
  ['one unit', { width: [12, 1], batch: 3 }],
  ['a batch of sixteen', { width: [60, 33], batch: 16 }],
];

describe.each(sizes)('one layer on the way back: %s', (_, size) => {
  const { batch } = size;
  const [fanIn] = size.width;

  test.each(everyActivation)('⟨Δ_in, x⟩ = ⟨Δ, z − b⟩ for any two rows, as for any weights: %s', (__, activation) => {
    const architecture = mlp({ ...size, activation, init, bias });
    const { x, z, byZ, byX, normals, cotangent, grams } = ran(architecture);
    const b = new Float32Array(size.width[1]);
    drawsFromStreams(architecture, seed, 'law/0').bias(0, b);
    for (let a = 0; a < batch; a++) {
      // Δ is g ∘ φ′(z): to 32 roundings of g, more than any activation's.
      byZ[a].forEach((seen, i) => {
        const slope = activation.derivative(z[0][a][i]);
        expect(Math.abs(seen - cotangent[a][i] * slope)).toBeLessThanOrEqual(
          2 ** -19 * Math.abs(cotangent[a][i]) * (1 + Math.abs(slope)) * (1 + Math.abs(z[0][a][i]) ** 3),
        );
      });
      for (let c = 0; c < batch; c++) {
        const truth = byZ[a].reduce((sum, each, i) => sum + each * (z[0][c][i] - b[i]), 0);
        const bound = allowed(0.3, norm(byZ[a]), norm(x[c]), normals[0], fanIn, grams[0]);
        // Adding b to z rounds once more.
        const added = roundings(0) * norm(byZ[a]) * (norm(z[0][c]) + norm(b));
        expect(Math.abs(dot(byX[a], x[c]) - truth)).toBeLessThanOrEqual(bound + added);
      }
    }
  });

  test('what the way forward has not fixed is σ D G′, D Dᵀ = Δ Δᵀ, less its part along the inputs', () => {
    const { x, byZ, byX, fresh, grams } = ran(mlp({ ...size, activation: linear, init }));
    const { Q } = factored(x);
    const D = factored(byZ.map((row) => Float64Array.from(row)));
    const rank = Math.min(batch, size.width[1]);
    const free = byX.map((_row, a) =>
      Float64Array.from({ length: fanIn }, (__, i) => {
        let sum = 0;
        for (let b = 0; b <= Math.min(a, rank - 1); b++) sum += 0.3 * D.L(a, b) * fresh[b][i];
        return sum;
      }),
    );
    const across = (row: ArrayLike<number>) => {
      const rest = Float64Array.from(row);
      for (const q of Q) {
        const along = dot(rest, q);
        for (let i = 0; i < fanIn; i++) rest[i] -= along * q[i];
      }
      return rest;
    };
    byX.forEach((row, a) => {
      const [seen, truth] = [across(row), across(free[a])];
      // What is along Q in float32 is across the true directions by the roundings that Q was made with.
      const bound = roundings(batch) * (2 + 2 * Math.sqrt(batch) * condition(grams[0], batch)) * (norm(row) + norm(free[a]));
      expect(norm(seen.map((each, i) => each - truth[i]))).toBeLessThanOrEqual(bound);
    });
  });
});

describe('without biases, ⟨∂/∂h_l, h_l⟩ is the same number at every layer', () => {
  const networks = [1, 2, 3, 4, 6].flatMap((depth) => [1, 3, 5].map((batch) => ({ depth, batch })));

  test.each(networks)(
    'of a linear network for any two rows, and of a ReLU network (Euler) for each: $depth layers, batch $batch',
    ({ depth, batch }) => {
      for (const activation of [linear, relu]) {
        const width = [20, 33, 17, 24, 40, 19, 27].slice(0, depth + 1);
        const { x, h, cotangent, byX, normals, signals, grams } = ran(mlp({ width, batch, activation, init }));
        for (let a = 0; a < batch; a++) {
          for (let c = 0; c < batch; c++) {
            if (activation === relu && c !== a) continue;
            // The errors of the layers add up; signals[l + 1] is the gradient by h_l, which φ′ makes no larger.
            const bound = width.slice(1).reduce((sum, units, l) => {
              const delta = Math.sqrt(signals[l + 1].rowSecondMoments[a] * units);
              const into = Math.sqrt(grams[l][c * batch + c]);
              return sum + allowed(0.3, delta, into, normals[l], width[l], grams[l]);
            }, 0);
            expect(Math.abs(dot(byX[a], x[c]) - dot(cotangent[a], h[depth - 1][c]))).toBeLessThanOrEqual(bound);
          }
        }
      }
    },
  );
});
