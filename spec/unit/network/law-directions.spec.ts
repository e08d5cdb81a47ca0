import { describe, expect, test } from 'vitest';
import { linear } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import { normal } from '../../../src/init/index.ts';
import { type Draws, drawsFromStreams } from '../../../src/network/index.ts';
import { seed } from './drawing.ts';
import { ran } from './one-in-law.ts';
import { dot, norm, roundings } from './rows.ts';

const init = normal({ std: 0.3 });

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
