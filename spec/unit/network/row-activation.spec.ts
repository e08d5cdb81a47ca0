import { describe, expect, test } from 'vitest';
import { relu } from '../../../src/activation/index.ts';
import { activateRows, throughActivation } from '../../../src/network/row-activation.ts';
import { RowSpace } from '../../../src/network/row-space.ts';
import { everyActivation } from './every-activation.ts';
import { kernelError } from './kernel-error.ts';
import { beyond, listOf, normals, put } from './rows.ts';
import { U } from './values.ts';

const sizes = [
  { batch: 1, units: 1 },
  { batch: 3, units: 9 },
  { batch: 5, units: 16 },
  { batch: 16, units: 31 },
];

/** As many numbers, kinks among them. */
const numbers = (units: number, batch: number) => {
  const values = normals(units, batch, 'z').map((x) => 2 * x);
  [0, 1, -1, 0.25].slice(0, values.length - 1).forEach((each, i) => (values[i] = each));
  return values;
};

describe.each(everyActivation)('with %s', (_, activation) => {
  const error = kernelError(activation);

  test.each(sizes)('rows become φ(z), and what lies beyond them stays 0: $batch rows of $units', ({ batch, units }) => {
    const space = new RowSpace(batch, units, 2);
    const z = put(space, 0, units, numbers(units, batch));
    const h = put(space, 1, units, numbers(units, batch));
    h.values.fill(Number.NaN);
    activateRows(space, activation, z, h);
    const truth = listOf(space, z);
    listOf(space, h).forEach((row, a) =>
      row.forEach((seen, i) => {
        const phi = activation.phi(truth[a][i]);
        // The kernel's error, and the rounding of what it gives; below normal numbers, of half the smallest.
        expect(Math.abs(seen - phi)).toBeLessThanOrEqual(U * (error.phi(truth[a][i], phi) + Math.abs(phi)) + 2 ** -150);
      }),
    );
    expect(beyond(space, h).every((each) => each === 0)).toBe(true);
  });

  test.each(sizes)('a gradient is multiplied by φ′(z), and stays 0 beyond: $batch rows of $units', ({ batch, units }) => {
    const space = new RowSpace(batch, units, 3);
    const z = put(space, 0, units, numbers(units, batch));
    const h = space.rows(1, units);
    activateRows(space, activation, z, h);
    const gradient = put(space, 2, units, normals(units, batch, 'g'));
    const before = listOf(space, gradient);
    throughActivation(space, activation, z, h, gradient);
    const at = listOf(space, z);
    listOf(space, gradient).forEach((row, a) =>
      row.forEach((seen, i) => {
        const [g, slope] = [before[a][i], activation.derivative(at[a][i])];
        const allowed = Math.abs(g) * U * (error.derivative(at[a][i]) + Math.abs(slope)) * (1 + U);
        expect(Math.abs(seen - g * slope)).toBeLessThanOrEqual(allowed);
      }),
    );
    expect(beyond(space, gradient).every((each) => each === 0)).toBe(true);
  });
});

test('what is no number stays none on its way through ReLU, and φ′(0) is 0', () => {
  const space = new RowSpace(1, 4, 3);
  const z = put(space, 0, 4, [Number.NaN, 0, 2, -2]);
  const h = space.rows(1, 4);
  activateRows(space, relu, z, h);
  expect(listOf(space, h)[0]).toEqual(Float32Array.of(Number.NaN, 0, 2, 0));
  const gradient = put(space, 2, 4, [1, 3, 3, 3]);
  throughActivation(space, relu, z, h, gradient);
  expect(Array.from(listOf(space, gradient)[0].subarray(1))).toEqual([0, 3, 0]);
});
