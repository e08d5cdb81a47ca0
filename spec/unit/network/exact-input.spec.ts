import { beforeAll, describe, expect, test } from 'vitest';
import { type ExactInput, mlp } from '../../../src/architecture/index.ts';
import { normal } from '../../../src/init/index.ts';
import { drawsFromStreams, type Engine } from '../../../src/network/index.ts';
import { chosenEngine, realise, seed } from './drawing.ts';
import { U } from './values.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
});

const WIDTH = 48;

/** The rows of a drawn input, as a layer would get them. */
function rowsOf(input: ExactInput, batch: number, realisation: number): number[][] {
  const architecture = mlp({ width: WIDTH, depth: 1, batch, input, init: normal() });
  const x = new Float32Array(WIDTH * batch);
  drawsFromStreams(architecture, seed, realisation).input(x);
  return Array.from({ length: batch }, (_, row) => Array.from({ length: WIDTH }, (__, unit) => x[unit * batch + row]));
}

const product = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0);

/**
 * Each entry is rounded once, by u of itself: a square, so, by 2u, and an angle by u for either row. What float64 adds is less
 * than a hundredth of u.
 */
const ROUNDED = 2.01 * U;

describe.each([1, 2, 16])('an exact input of %i rows', (batch) => {
  test.each([0, 0.3, 1])('has the second moment that is asked for in every row, and the cosine %d in every pair', (cosine) => {
    const rows = rowsOf({ secondMoment: 1.7, cosine }, batch, 0);
    for (const [a, row] of rows.entries()) {
      expect(Math.abs(product(row, row) / WIDTH / 1.7 - 1)).toBeLessThanOrEqual(ROUNDED);
      for (const other of rows.slice(0, a)) {
        const seen = product(row, other) / Math.sqrt(product(row, row) * product(other, other));
        expect(Math.abs(seen - cosine)).toBeLessThanOrEqual(ROUNDED);
      }
    }
  });

  test('is what the trace says came in', async () => {
    const secondMoment = Array.from({ length: batch }, (_, row) => 0.5 + row);
    const architecture = mlp({ width: WIDTH, depth: 1, batch, input: { secondMoment, cosine: 0.3 }, init: normal() });
    const [{ input }] = await realise(engine, architecture, seed, 0, 1);
    secondMoment.forEach((q, row) => {
      expect(Math.abs(input.rowSecondMoments[row] / q - 1)).toBeLessThanOrEqual(ROUNDED);
    });
    if (batch === 1) expect([input.cosine, input.covariance]).toEqual([Number.NaN, Number.NaN]);
    else {
      expect(Math.abs(input.cosine - 0.3)).toBeLessThanOrEqual(ROUNDED);
      // ⟨x_a, x_b⟩/n is c√(q_a q_b): an error of its directions is one of √(q_a q_b), at most the largest q.
      const roots = secondMoment.map(Math.sqrt);
      const ofPairs = roots.flatMap((a, i) => roots.filter((_, j) => j !== i).map((b) => 0.3 * a * b));
      const covariance = ofPairs.reduce((sum, each) => sum + each, 0) / ofPairs.length;
      expect(Math.abs(input.covariance - covariance)).toBeLessThanOrEqual(ROUNDED * Math.max(...secondMoment));
    }
  });
});

describe('an exact input', () => {
  test('points elsewhere in every realisation, and not along any axis', () => {
    const [one, other] = [0, 1].map((realisation) => rowsOf({ secondMoment: 1, cosine: 1 }, 2, realisation)[0]);
    // The cosine of two random directions has a variance of 1/n: six times its std.
    expect(Math.abs(product(one, other)) / WIDTH).toBeLessThan(6 / Math.sqrt(WIDTH));
    // An entry of a direction of length √48 is nearly normal: none is beyond 6, and of 48 hardly any is 0.
    expect(Math.max(...one.map(Math.abs))).toBeLessThan(6);
    expect(Math.min(...one.map(Math.abs))).toBeGreaterThan(0);
  });

  test('is the same whenever the same realisation is drawn', () => {
    const input = { secondMoment: 2, cosine: 0.5 };
    expect(rowsOf(input, 3, 5)).toEqual(rowsOf(input, 3, 5));
  });

  test('leaves the weights as they are without it', () => {
    const weightOf = (input?: ExactInput) => {
      const architecture = mlp({ width: 4, depth: 1, batch: 2, ...(input && { input }), init: normal() });
      const out = new Float32Array(16);
      drawsFromStreams(architecture, seed, 0).weight(0, out);
      return out;
    };
    expect(weightOf({ secondMoment: 1, cosine: 0 })).toEqual(weightOf());
  });
});
