import type { Architecture } from '../../../src/architecture/index.ts';
import type { Seed } from '../../../src/random/index.ts';
import { backwardOf, cotangentOf } from './backward-reference.ts';
import { forwardOf, pass } from './reference.ts';
import { exact, U, type Values } from './values.ts';

const STEP = 2 ** -18;

/**
 * The gradients of Σ ⟨g, h_L⟩ at the input, then at each layer's output, by central differences of the loss in float64: brute force.
 *
 * The bound on each is float32's, and what differences add: three times the error of the truncated series, which is what twice
 * the step changes, and the rounding of two losses over two steps (float64 errs by ε/2u of what float32 does).
 */
export function finiteDifferences(architecture: Architecture, seed: Seed, realisation: number): Values[] {
  const { batch } = architecture;
  const forward = forwardOf(architecture, seed, realisation);
  const g = cotangentOf(architecture, seed, realisation);
  const { h: output } = forward.layers[forward.layers.length - 1];
  const loss = (from: number, x: Float64Array) => {
    const h = forward.layers.slice(from).reduce((x, each) => pass(each.layer, each.weights, each.biases, exact(x), batch).h.x, x);
    return g.x.reduce((sum, one, i) => sum + one * h[i], 0);
  };
  const entryErrors = g.x.map((one, i) => Math.abs(one) * ((output.error[i] * Number.EPSILON) / (2 * U)));
  const sumErrors = g.x.map((one, i) => g.x.length * Number.EPSILON * Math.abs(one * output.x[i]));
  const rounding = [...entryErrors, ...sumErrors].reduce((sum, each) => sum + each, 0) / STEP;
  const float32 = backwardOf(forward, g, batch);
  return [forward.input, ...forward.layers.map(({ h }) => h)].map(({ x }, from) => {
    const central = (i: number, step: number) => {
      const moved = (by: number) => loss(from, x.with(i, x[i] + by));
      return (moved(step) - moved(-step)) / (2 * step);
    };
    const slopes = x.map((_, i) => central(i, STEP));
    const error = slopes.map((slope, i) => Math.abs(central(i, 2 * STEP) - slope) + rounding + float32[from].error[i]);
    return { x: slopes, error };
  });
}
