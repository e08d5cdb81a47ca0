import { describe, expect, test } from 'vitest';
import { gelu, relu, sigmoid, softplus, tanh } from '../../../src/activation/index.ts';
import { chi, edgeLine, phaseAt, phaseDiagram, varianceMap } from '../../../src/theory/index.ts';

describe('The phase at a pair of variances', () => {
  test('is that of the table for tanh with σ_b² = 0.05 (Schoenholz et al. 2017, recomputed with mpmath)', () => {
    // q* and χ₁ to the digits of the table: half a unit of the last.
    const table = [
      [1, 0.1936, 0.759, 'ordered'],
      [1.7, 0.5331, 0.9867, 'ordered'],
      [2, 0.7218, 1.0477, 'chaotic'],
      [2.5, 1.064, 1.1335, 'chaotic'],
    ] as const;
    for (const [sigmaW2, q, chi1, phase] of table) {
      const point = phaseAt(tanh, Math.sqrt(sigmaW2), Math.sqrt(0.05));
      expect(point).toMatchObject({ fate: 'settles', phase });
      expect(Math.abs((point.q ?? NaN) - q)).toBeLessThan(q > 1 ? 5e-4 : 5e-5);
      expect(Math.abs((point.chi1 ?? NaN) - chi1)).toBeLessThan(5e-5);
    }
  });

  test('says that the signal dies, at q = 0, with the gradient’s factor there', () => {
    expect(phaseAt(tanh, 0.5)).toMatchObject({ fate: 'dies', q: 0, chi1: 0.25, phase: 'ordered' });
    expect(phaseAt(tanh, 1)).toMatchObject({ fate: 'dies', q: 0, chi1: 1, phase: 'critical' });
    expect(phaseAt(relu, 1)).toMatchObject({ fate: 'dies', q: 0, chi1: 0.5, phase: 'ordered' });
  });

  test('says that it explodes, and then there is no q and no phase', () => {
    const none = { fate: 'explodes', q: null, chi1: null, phase: null };
    expect(phaseAt(relu, 1.5)).toMatchObject(none);
    // χ = 1, but the biases add σ_b² a layer.
    expect(phaseAt(relu, Math.SQRT2, 0.1)).toMatchObject(none);
    // It starts at q = 2.29, above the unstable fixed point.
    expect(phaseAt(gelu, 1.5, 0.2)).toMatchObject(none);
  });

  test('says that it stays as it began, where ReLU has its gain and no bias', () => {
    const point = phaseAt(relu, Math.SQRT2);
    expect(point).toMatchObject({ fate: 'stays', phase: 'critical' });
    expect(point.q).toBe(Math.SQRT2 ** 2);
  });

  test('of ReLU with biases is q* = σ_b²/(1 − σ_w²/2), from the largest σ_w below √2', () => {
    for (const sigmaW of [0.1, 1, 1.4]) {
      // Two roundings of the formula, and as many of V; 1 − σ_w²/2 loses what σ_w² is near 2.
      const exact = 0.09 / (1 - sigmaW ** 2 / 2);
      const lost = 1 / (1 - sigmaW ** 2 / 2);
      const { q } = phaseAt(relu, sigmaW, 0.3);
      expect(Math.abs((q ?? NaN) / exact - 1)).toBeLessThan(8 * Number.EPSILON * lost);
    }
  });

  test('refuses standard deviations below 0', () => {
    expect(() => phaseAt(tanh, -1)).toThrow('sigmaW must be a finite number ≥ 0; got -1');
    expect(() => phaseAt(tanh, 1, NaN)).toThrow('sigmaB must be a finite number ≥ 0; got NaN');
  });
});

describe('The phase diagram', () => {
  const grid = { sigmaW: [0.5, 2.5], sigmaB: [0, 0.5], columns: 4, rows: 2 } as const;

  test('has the phase in the middle of every cell, row by row from the smallest σ_b', () => {
    const cells = [...phaseDiagram(tanh, grid)];
    expect(cells.map(({ sigmaW, sigmaB }) => [sigmaW, sigmaB])).toEqual([
      ...[0.75, 1.25, 1.75, 2.25].map((sigmaW) => [sigmaW, 0.125]),
      ...[0.75, 1.25, 1.75, 2.25].map((sigmaW) => [sigmaW, 0.375]),
    ]);
    expect(cells[6]).toEqual(phaseAt(tanh, 1.75, 0.375));
  });

  test('is drawn cell by cell: who asks for two pays for two', () => {
    let asked = 0;
    const counting = { ...tanh, phi: (x: number) => (asked++, tanh.phi(x)) };
    const cells = phaseDiagram(counting, grid);
    expect(asked).toBe(0);
    cells.next();
    const one = asked;
    cells.next();
    expect(one).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(3 * one);
  });

  test('refuses a grid at once, not at its first cell', () => {
    expect(() => phaseDiagram(tanh, { ...grid, sigmaW: [1, 1] })).toThrow('sigmaW must be a range that rises; got [1, 1]');
    expect(() => phaseDiagram(tanh, { ...grid, sigmaB: [-1, 1] })).toThrow('sigmaB must be a finite number ≥ 0; got -1');
    expect(() => phaseDiagram(tanh, { ...grid, rows: 0 })).toThrow('rows must be a positive integer; got 0');
  });
});

describe('The line of the edge of chaos', () => {
  test('has χ₁ = 1 and q = V(q) at every point', () => {
    for (const activation of [tanh, gelu, sigmoid]) {
      for (const { q, sigmaW2, sigmaB2 } of edgeLine(activation).flat()) {
        // The expectations are right to 1e-12 (the quadrature's bound), and taken twice.
        expect(Math.abs(chi(activation, sigmaW2)(q) - 1)).toBeLessThan(1e-11);
        expect(Math.abs(varianceMap(activation, sigmaW2, sigmaB2)(q) - q)).toBeLessThan(1e-11 * Math.max(1, q));
      }
    }
  });

  test('runs between the known critical points of tanh, which lie on it', () => {
    const [line] = edgeLine(tanh);
    for (const [sigmaB2, sigmaW2] of [
      [0.001, 1.18919],
      [0.01, 1.42421],
      [0.04, 1.7008],
      [0.09, 1.94766],
      [0.2, 2.28515],
    ]) {
      const after = line.findIndex((point) => point.sigmaB2 > sigmaB2);
      // To the last digit printed, where the table's σ_b² falls on a point of the line.
      expect(line[after - 1].sigmaW2).toBeLessThan(sigmaW2 + 5e-6);
      expect(line[after].sigmaW2).toBeGreaterThan(sigmaW2 - 5e-6);
      // 24 points a decade: neighbours are near enough for this to say something.
      expect(line[after].sigmaW2 - line[after - 1].sigmaW2).toBeLessThan(0.1);
    }
  });

  test('begins at (1, 0) for tanh, and where it meets the axis for an activation with φ(0) ≠ 0', () => {
    expect(edgeLine(tanh)[0][0]).toMatchObject({ q: 0, sigmaW2: 1, sigmaB2: 0 });
    const lines = edgeLine(sigmoid);
    expect(lines).toHaveLength(1);
    // The end is found to 2⁻³⁰ of a step, which is 10% of q ≈ 46: 5e-9 of q, and σ_b² rises more slowly than q.
    expect(lines[0][0].sigmaB2).toBeLessThan(1e-8);
  });

  test('is one point for ReLU, and there is none for softplus, which explodes first', () => {
    const [[point], ...others] = edgeLine(relu);
    expect(others).toEqual([]);
    expect(Math.abs(point.sigmaW2 - 2)).toBeLessThan(4 * Number.EPSILON);
    expect(point.sigmaB2).toBe(0);
    expect(edgeLine(softplus)).toEqual([]);
  });
});
