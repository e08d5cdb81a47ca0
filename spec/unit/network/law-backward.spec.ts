import { describe, expect, test } from 'vitest';
import { linear, relu } from '../../../src/activation/index.ts';
import { type Architecture, mlp } from '../../../src/architecture/index.ts';
import { normal } from '../../../src/init/index.ts';
import { type Draws, drawsFromStreams } from '../../../src/network/index.ts';
import { backwardInLaw } from '../../../src/network/law-backward.ts';
import { forwardInLaw } from '../../../src/network/law-forward.ts';
import { SLOT, slotsFor, slotsOf } from '../../../src/network/law-slots.ts';
import { RowSpace } from '../../../src/network/row-space.ts';
import { inverseFactor, semidefiniteFactor } from '../../../src/numeric/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { seed } from './drawing.ts';
import { everyActivation } from './every-activation.ts';
import { dot, factored, listOf, norm, roundings } from './rows.ts';

const init = normal({ std: 0.3 });
const bias = normal({ std: 0.5 });

/** One realisation forwards and backwards, and the rows that it leaves behind. */
function ran(architecture: Architecture, draws: Draws = drawsFromStreams(architecture, seed, 'law/0')) {
  const { batch, layers } = architecture;
  const depth = layers.length;
  const widest = Math.max(layers[0].fanIn, ...layers.map(({ fanOut }) => fanOut));
  const space = new RowSpace(batch, widest, slotsFor(depth, true));
  const rows = (slot: number, units: number) => listOf(space, space.rows(slot, units));
  const { grams } = forwardInLaw(space, architecture, draws, new Stream(seed, 'forward'), new Set(['gradient']));
  const signals = backwardInLaw(space, architecture, draws, new Stream(seed, 'backward'), grams);
  const { fanIn } = layers[0];
  const { fanOut } = layers[depth - 1];
  const cotangent = draws.cotangent;
  const g = new Float32Array(batch * fanOut);
  cotangent(g);
  return {
    grams,
    signals,
    x: rows(SLOT.input, fanIn),
    /** By layer. */
    h: layers.map((layer, l) => rows(slotsOf(l, true).h, layer.fanOut)),
    z: layers.map((layer, l) => rows(slotsOf(l, true).z, layer.fanOut)),
    normals: layers.map((layer, l) => rows(slotsOf(l, true).g, layer.fanOut)),
    /** Of the loss by h_L. */
    cotangent: Array.from({ length: batch }, (_, a) => g.filter((__, i) => i % batch === a)),
    /** Of the first layer, the last on the way back. */
    byZ: rows(depth % 2 === 1 ? SLOT.gradient : SLOT.next, layers[0].fanOut),
    byX: rows(depth % 2 === 1 ? SLOT.next : SLOT.gradient, fanIn),
    fresh: rows(SLOT.scratch, fanIn),
    q: rows(SLOT.directions, fanIn),
  };
}

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

describe('Q', () => {
  const orthonormal = (q: readonly Float32Array[], rank: number) => {
    // Two rows, each right to the roundings of a product of B terms whose coefficients are near those of the unit matrix.
    const bound = 4 * Math.sqrt(q.length) * roundings(q.length);
    const has = q.filter((row) => norm(row) > 0);
    expect(has.length).toBe(rank);
    for (const a of has) for (const b of has) expect(Math.abs(dot(a, b) - Number(a === b))).toBeLessThanOrEqual(bound);
  };

  test.each([0.9, 1 - 1e-4, 1 - 1e-6, 1 - 1e-8, 1 - 1e-10])('is orthonormal for inputs of cosine %d', (cosine) => {
    for (const batch of [2, 5, 16]) {
      const { q } = ran(mlp({ width: [64, 8], batch, activation: linear, init, input: { secondMoment: 1, cosine } }));
      orthonormal(q, batch);
    }
  });

  test('has as many rows as there are directions, zeros for the rest: more inputs than units, equal inputs, and none at all', () => {
    const architecture = mlp({ width: [8, 12], batch: 16, activation: linear, init });
    orthonormal(ran(architecture).q, 8);
    const input = (of: (unit: number, row: number) => number): Draws => ({
      ...drawsFromStreams(architecture, seed, 0),
      input: (out) => out.forEach((_, i) => (out[i] = of(Math.floor(i / 16), i % 16))),
    });
    orthonormal(
      ran(
        architecture,
        input((unit, row) => Math.sin(unit + 1) * 2 ** (row % 3)),
      ).q,
      1,
    );
    orthonormal(
      ran(
        architecture,
        input((unit, row) => (row === 5 ? unit : 0)),
      ).q,
      1,
    );
    const none = ran(
      architecture,
      input(() => 0),
    );
    orthonormal(none.q, 0);
    expect(none.signals[0].std).toBeGreaterThan(0);
  });

  test('is orthonormal for a chain of inputs, each near the one before: rows that are far from singular one by one, and not together', () => {
    const cosine = 0.9;
    const architecture = mlp({ width: [64, 8], batch: 16, activation: linear, init });
    const drawn = drawsFromStreams(architecture, seed, 0);
    const chain: Draws = {
      ...drawn,
      input: (out) => {
        drawn.input(out);
        // x_a = c·x_{a−1} + √(1 − c²)·(a row of normal numbers).
        for (let i = 0; i < out.length; i++) if (i % 16 > 0) out[i] = cosine * out[i - 1] + Math.sqrt(1 - cosine ** 2) * out[i];
      },
    };
    orthonormal(ran(architecture, chain).q, 16);
    const bidiagonal: Draws = {
      ...drawn,
      input: (out) => {
        drawn.input(out);
        const own = out.slice();
        for (let i = 0; i < out.length; i++) if (i % 16 > 0) out[i] = cosine * own[i - 1] + Math.sqrt(1 - cosine ** 2) * own[i];
      },
    };
    orthonormal(ran(architecture, bidiagonal).q, 16);
  });

  test.each([1e30, 1e-30])('is orthonormal where inputs are of size %d', (scale) => {
    const architecture = mlp({ width: [32, 8], batch: 5, activation: linear, init });
    const drawn = drawsFromStreams(architecture, seed, 0);
    const scaled: Draws = {
      ...drawn,
      input: (out) => {
        drawn.input(out);
        for (let i = 0; i < out.length; i++) out[i] *= scale;
      },
    };
    orthonormal(ran(architecture, scaled).q, 5);
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
