import { describe, expect, test } from 'vitest';
import { type Activation, linear, relu, tanh } from '../../../src/activation/index.ts';
import { type Architecture, mapLayers, mlp } from '../../../src/architecture/index.ts';
import { normal } from '../../../src/init/index.ts';
import { drawsFromStreams, type Probe } from '../../../src/network/index.ts';
import { forwardInLaw } from '../../../src/network/law-forward.ts';
import { slotsFor, slotsOf } from '../../../src/network/law-slots.ts';
import { RowSpace } from '../../../src/network/row-space.ts';
import { semidefiniteFactor } from '../../../src/numeric/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { seed } from './drawing.ts';
import { everyActivation } from './every-activation.ts';
import { kernelError } from './kernel-error.ts';
import { dot, listOf, norm, roundings } from './rows.ts';
import { distance, exact, type Expected, layerOf, statistics, U } from './values.ts';

const init = normal({ std: 0.3 });
const bias = normal({ std: 0.5 });
const networks: [string, { width: number[]; batch: number }][] = [
  ['whole vectors', { width: [16, 24, 8], batch: 4 }],
  ['odd widths and an odd batch', { width: [13, 21, 7, 30], batch: 5 }],
  ['a batch of one', { width: [9, 30, 2, 6], batch: 1 }],
  ['more inputs than units', { width: [8, 6, 9], batch: 16 }],
];

function ran(architecture: Architecture, ...probes: Probe[]) {
  const { batch, layers } = architecture;
  const widest = Math.max(layers[0].fanIn, ...layers.map(({ fanOut }) => fanOut));
  const space = new RowSpace(batch, widest, slotsFor(layers.length, true));
  const draws = drawsFromStreams(architecture, seed, 'law/0');
  const { recorder, grams } = forwardInLaw(
    space,
    architecture,
    draws,
    new Stream(seed, 'forward'),
    new Set(['gradient', ...probes]),
  );
  const rows = (slot: 'g' | 'z' | 'h') =>
    layers.map(({ fanOut }, l) => listOf(space, space.rows(slotsOf(l, true)[slot], fanOut)));
  return { trace: recorder.trace(), draws, grams, g: rows('g'), z: rows('z'), h: rows('h') };
}

/** Unit by unit, as a signal is stored. */
const together = (rows: readonly Float32Array[]) =>
  exact(
    Float64Array.from({ length: rows.length * rows[0].length }, (_, i) => rows[i % rows.length][Math.floor(i / rows.length)]),
  );

/** A std from one pass over its signal (see row-signal.spec.ts). */
function onePass({ signal, within }: Expected, n: number): Expected {
  const variance = (4 * (n + 2) * Number.EPSILON * n * signal.secondMoment) / (n - 1);
  return { signal, within: { ...within, std: Math.min(Math.sqrt(variance), variance / signal.std) } };
}

describe.each(networks)('the way forward: %s', (_, size) => {
  test.each(everyActivation)('is Z = σ L G + b and H = φ(Z), layer by layer: %s', (__, activation: Activation) => {
    // Each layer with a σ of its own: another layer's would show.
    const architecture = mapLayers(mlp({ ...size, activation, init, bias }), (layer, l) => ({
      ...layer,
      init: normal({ std: 0.3 / (l + 1) }),
    }));
    const { batch } = size;
    const { draws, grams, g, z, h } = ran(architecture);
    architecture.layers.forEach(({ fanOut }, l) => {
      const L = semidefiniteFactor(grams[l], batch);
      const b = new Float32Array(fanOut);
      draws.bias(l, b);
      for (let a = 0; a < batch; a++) {
        for (let unit = 0; unit < fanOut; unit++) {
          let [sum, terms] = [0, 0];
          for (let k = 0; k <= a; k++) {
            sum += (0.3 / (l + 1)) * L[a * batch + k] * g[l][k][unit];
            terms += Math.abs((0.3 / (l + 1)) * L[a * batch + k] * g[l][k][unit]);
          }
          const seen = z[l][a][unit];
          expect(Math.abs(seen - sum - b[unit])).toBeLessThanOrEqual(roundings(batch) * terms + U * (terms + Math.abs(b[unit])));
          const phi = activation.phi(seen);
          expect(Math.abs(h[l][a][unit] - phi)).toBeLessThanOrEqual(
            U * (kernelError(activation).phi(seen, phi) + Math.abs(phi)) + 2 ** -150,
          );
        }
        for (let c = 0; c <= a; c++) {
          const bound = 2 * fanOut * Number.EPSILON * norm(h[l][a]) * norm(h[l][c]);
          expect(Math.abs(grams[l + 1][a * batch + c] - dot(h[l][a], h[l][c]))).toBeLessThanOrEqual(bound);
        }
      }
    });
  });

  test('shows the statistics of these numbers: activations, and pre-activations and slopes where it is asked', () => {
    const architecture = mlp({ ...size, activation: tanh, init, bias });
    const { trace, z, h } = ran(architecture, 'preActivation', 'derivative');
    const { preActivation, derivative } = trace;
    architecture.layers.forEach(({ fanOut }, l) => {
      const expected = (rows: readonly Float32Array[]) => onePass(statistics(together(rows), size.batch), fanOut * size.batch);
      expect(distance(layerOf(trace, l), expected(h[l]))).toBeLessThanOrEqual(1);
      expect(preActivation && distance(layerOf(preActivation, l), expected(z[l]))).toBeLessThanOrEqual(1);
      expect(
        derivative && distance(layerOf(derivative, l), expected(z[l].map((row) => row.map(tanh.derivative)))),
      ).toBeLessThanOrEqual(1);
    });
    expect(ran(architecture).trace).not.toHaveProperty('preActivation');
    expect(ran(architecture).trace).not.toHaveProperty('derivative');
  });
});

describe('rows that have become one', () => {
  test('stay one, finite and collinear, through 300 layers of ReLU', () => {
    const { trace, z } = ran(
      mlp({ width: 32, depth: 300, batch: 16, activation: relu, init: normal({ std: Math.sqrt(2 / 32) }) }),
    );
    expect(trace.firstNonFinite).toBeNull();
    // Mean field leaves 1 − c = 9π²/(2·300²) = 5e-4 (Hayou et al. 2019, prop. 3); narrow networks are faster.
    expect(trace.cosine[299]).toBeGreaterThan(0.999);
    expect(trace.cosine[299]).toBeLessThanOrEqual(1 + 4 * 32 * Number.EPSILON);
    expect(z[299].flatMap((row) => Array.from(row)).every(Number.isFinite)).toBe(true);
  });

  test('are one to rounding where tanh networks are ordered: the cosine is within 1e-12 of 1', () => {
    const { trace } = ran(
      mlp({ width: 40, depth: 60, batch: 16, activation: tanh, init: normal({ std: 0.5 / Math.sqrt(40) }), bias }),
    );
    // χ₁ is at most σ_w² = 1/4: 4⁻⁶⁰ is left of the distance, and float32's roundings, (16 + 2)·2⁻²⁴ of a row, of which 1 − c is the square.
    expect(Math.abs(trace.cosine[59] - 1)).toBeLessThanOrEqual(1e-12);
    expect(trace.std[59]).toBeGreaterThan(0.1);
  });

  test('are drawn as one: equal inputs have equal pre-activations, bit for bit', () => {
    const architecture = mlp({ width: [9, 20, 20], batch: 5, activation: linear, init });
    const draws = drawsFromStreams(architecture, seed, 0);
    const space = new RowSpace(5, 20, slotsFor(2, true));
    const equal = { ...draws, input: (out: Float32Array) => out.forEach((_, i) => (out[i] = Math.sin(Math.floor(i / 5)))) };
    forwardInLaw(space, architecture, equal, new Stream(seed, 'forward'), new Set(['gradient']));
    for (const l of [0, 1]) {
      const [first, ...others] = listOf(space, space.rows(slotsOf(l, true).z, 20));
      for (const row of others)
        expect(norm(row.map((each, i) => each - first[i]))).toBeLessThanOrEqual(roundings(5) * norm(first));
    }
  });
});
