import { beforeAll, describe, expect, test } from 'vitest';
import { tanh } from '../../../src/activation/index.ts';
import { type Architecture, mlp } from '../../../src/architecture/index.ts';
import { kaimingNormal, normal, orthogonal } from '../../../src/init/index.ts';
import type { Engine, Trace } from '../../../src/network/index.ts';
import { jacobianOf } from './backward-reference.ts';
import { chosenEngine, realise, seed } from './drawing.ts';
import { everyActivation } from './every-activation.ts';
import { forwardOf } from './reference.ts';
import { inBounds, U } from './values.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
});

/** ‖J‖ in the norms of Schatten of order 2, 4 and 6, from the matrix itself: roots of tr (AAᵀ)ᵏ, A of rows as many as given. */
function schatten(entries: Float64Array, rows: number): number[] {
  const columns = entries.length / rows;
  const product = (X: number[][], Y: number[][]) =>
    X.map((row) => Y[0].map((_, j) => row.reduce((sum, x, k) => sum + x * Y[k][j], 0)));
  const A = Array.from({ length: rows }, (_, i) => Array.from(entries.subarray(i * columns, (i + 1) * columns)));
  const gram = A.map((a) => A.map((b) => a.reduce((sum, x, k) => sum + x * b[k], 0)));
  const squared = product(gram, gram);
  const trace = (X: number[][]) => X.reduce((sum, row, i) => sum + row[i], 0);
  return [trace(gram) ** (1 / 2), trace(squared) ** (1 / 4), trace(product(squared, gram)) ** (1 / 6)];
}

/**
 * How far the norms that the singular values have are from the reference's, in units of the bound: by Mirsky's theorem singular
 * values move, all together and so in every norm of order ≥ 2, by no more than ‖E‖_F, where E is what J is wrong by. The
 * decomposition and the norms themselves are of float64: n² ε.
 */
function normDistance({ singularValues }: Trace, architecture: Architecture, realisation: number): number {
  const { x, error } = jacobianOf(forwardOf(architecture, seed, realisation), architecture.batch);
  if (!singularValues) return Infinity;
  const wrong = Math.sqrt(error.reduce((sum, e) => sum + e * e, 0));
  const norms = schatten(x, architecture.layers[0].fanIn);
  const rounding = x.length * Number.EPSILON * norms[0];
  const seen = [2, 4, 6].map((p) => singularValues.reduce((sum, s) => sum + s ** p, 0) ** (1 / p));
  return Math.max(...seen.map((norm, i) => inBounds(norm, norms[i], wrong + rounding)));
}

describe.each(everyActivation)('with %s', (_, activation) => {
  const init = kaimingNormal();
  const bias = normal({ std: 0.5 });

  test.each<[string, Architecture, number]>([
    ['square', mlp({ width: 8, depth: 3, batch: 3, activation, init }), 8],
    ['wide', mlp({ width: [12, 9, 5], batch: 2, activation, init, bias }), 5],
    ['tall', mlp({ width: [4, 9, 13], batch: 1, activation, init, bias }), 4],
    ['of one output', mlp({ width: [6, 8, 1], batch: 4, activation, init, bias }), 1],
  ])(
    'the singular values are those of the product of φ′(z)∘W in float64: a Jacobian that is %s',
    async (__, architecture, few) => {
      const [trace] = await realise(engine, architecture, seed, 1, 2, 'jacobian');
      expect(trace.singularValues?.length).toBe(few);
      expect(normDistance(trace, architecture, 1)).toBeLessThanOrEqual(1);
    },
  );
});

describe('singular values', () => {
  const architecture = mlp({ width: [7, 9, 5], batch: 2, activation: tanh, init: kaimingNormal() });

  test('are listed the largest first, and none is negative', async () => {
    const [{ singularValues = [] }] = await realise(engine, architecture, seed, 0, 1, 'jacobian');
    expect(Array.from(singularValues)).toEqual(Array.from(singularValues).toSorted((a, b) => b - a));
    expect(Math.min(...singularValues)).toBeGreaterThanOrEqual(0);
  });

  test('are others where the realisation is another: the same bound says so', async () => {
    const [trace] = await realise(engine, architecture, seed, 0, 1, 'jacobian');
    expect(normDistance(trace, architecture, 1)).toBeGreaterThan(1);
  });

  test.each([1, 3, 32])('are the same alone and among others, %i at once', async (networksAtOnce) => {
    const traces = await realise({ ...engine, networksAtOnce }, architecture, seed, 0, 4, 'jacobian');
    const distances = traces.map((trace, realisation) => normDistance(trace, architecture, realisation));
    expect(distances.length).toBe(4);
    expect(Math.max(...distances)).toBeLessThanOrEqual(1);
  });

  test.each([
    ['square', [16, 16, 16, 16], 16],
    ['of layers ever wider', [6, 8, 12], 6],
    ['of layers ever narrower', [12, 8, 6], 6],
  ] as const)('of orthogonal linear networks, %s, are all 1', async (_, width, few) => {
    const linear = mlp({ width, batch: 2, init: orthogonal() });
    const [{ singularValues = [] }] = await realise(engine, linear, seed, 0, 1, 'jacobian');
    expect(singularValues.length).toBe(few);
    // Each weight is an isometry with its m entries rounded, each by u of itself: wrong by u√(fewer sides) in Frobenius' norm. Each
    // product in float32 is wrong by (n + 2)·u·|W||X|, at most n times as large as the few columns of length 1.
    const wrong = linear.layers.reduce(
      (sum, { fanIn, fanOut }) =>
        sum + U * Math.sqrt(Math.min(fanIn, fanOut)) + (fanOut + 2) * U * Math.sqrt(fanOut) * Math.sqrt(few),
      0,
    );
    for (const s of singularValues) expect(Math.abs(s - 1)).toBeLessThanOrEqual(wrong);
  });

  test('of one linear layer of known values are those: 3 and 2', async () => {
    const init = { ...normal(), draw: (_: unknown, __: unknown, out: Float32Array) => (out.set([0, 3, 0, -2, 0, 0]), out) };
    const [{ singularValues = [] }] = await realise(engine, mlp({ width: [3, 2], batch: 1, init }), seed, 0, 1, 'jacobian');
    expect(singularValues.length).toBe(2);
    expect(singularValues[0]).toBeCloseTo(3, 14);
    expect(singularValues[1]).toBeCloseTo(2, 14);
  });
});
