import { describe, expect, test } from 'vitest';
import { diagnose, keepsGradient, keepsStd, mean, type Statement, std, vanishes } from '../../../src/claim/index.ts';
import { modelRatio } from '../../../src/claim/model-ratio.ts';
import { within } from '../../../src/claim/model-advice.ts';
import type { ModelTrace, TracedLayer, Trace } from '../../../src/network/index.ts';
import { Stream } from '../../../src/random/index.ts';
import { layer, modelTraceOf } from './words-traces.ts';

const seed = process.env['GAINSAY_SEED'] ?? '1';

/** Traces of a model whose kernels' stds differ by 1% between networks, about sqrt(fan_in·Var/fan_in). */
function tracesOf(layers: readonly TracedLayer[], variances: readonly number[], networks = 16): ModelTrace[] {
  const stream = new Stream(seed, 'model-ratio');
  return Array.from({ length: networks }, () =>
    modelTraceOf(
      layers,
      layers.map(({ fans }, i) => (fans ? Math.sqrt(variances[i] / fans.fanIn) * (1 + 0.01 * stream.normal()) : Number.NaN)),
    ),
  );
}

/** Three hidden layers and a head, whose variance is the task's. */
const relus = [layer('a', 1), layer('b', 2), layer('c', 3), layer('out', 4, { head: true, activation: null })];
const signal = { keeps: 'signal', near: 1 } as const;

/** A diagnosis of these networks, for which a statement failed. */
function diagnosed(traces: readonly ModelTrace[], statement: Statement<Trace> = keepsStd()) {
  const evidence = { estimate: 99, band: statement.band } as never;
  return diagnose({ statement, evidence, predicted: null }, [], { traces });
}

describe('the variance of a model’s weights over the one that is needed', () => {
  test('is that of all its kernels, where they share it, but for the last', () => {
    const found = modelRatio(tracesOf(relus, [1.5474826, 1.5474826, 1.5474826, 50]), signal);
    expect(found?.needed).toBeCloseTo(2, 12);
    expect(found?.lo).toBeLessThan(0.7737413);
    expect(found?.hi).toBeGreaterThan(0.7737413);
    expect(found?.layers.length).toBe(3);
    expect(found?.model?.where).toBeNull();
  });

  test('is that of the kernels that are furthest off, where others are right', () => {
    const found = modelRatio(tracesOf(relus, [2, 1, 2.02, 2]), signal);
    expect(found?.lo).toBeLessThan(0.5);
    expect(found?.hi).toBeGreaterThan(0.5);
    expect(found?.model?.where).toEqual(['b']);
  });

  test('asks of each layer what the activation after it needs, be it a layer of its own', () => {
    const mixed = [
      layer('a', 1, { activation: null }),
      layer('norm', 1, { kind: 'BatchNormalization', activation: null, fans: null }),
      layer('act', 1, { kind: 'Activation', activation: 'tanh', fans: null }),
      layer('b', 2, { activation: 'swish' }),
      layer('c', 3, { activation: null }),
      layer('out', 4, { head: true }),
    ];
    // gain² of tanh, what silu asks for at an std of 1, and 1 where nothing follows: tanh has no std of 1.
    const found = modelRatio(tracesOf(mixed, [2.536175, 0, 0, 2.3673032, 1, 9]), signal);
    expect(found?.layers.length).toBe(3);
    expect(found?.ratio).toBeGreaterThan(0.98);
    expect(found?.ratio).toBeLessThan(1.02);
  });

  test('does not take the spread of a small kernel for a mistake', () => {
    const small = [layer('a', 1, { fans: { fanIn: 4, fanOut: 4 } }), ...relus.slice(1)];
    // Five standard errors of ln s² are 5·√(2/(4·16)) = 0.88.
    expect(modelRatio(tracesOf(small, [3, 2, 2, 2]), signal)?.layers.length).toBe(3);
    expect(modelRatio(tracesOf(small, [6, 2, 2, 2]), signal)?.model?.where).toEqual(['a']);
  });

  test('is not told where nobody knows what the activations need, or there is one network', () => {
    const unknown = relus.map((one) => ({ ...one, activation: 'softmax' }));
    expect(modelRatio(tracesOf(unknown, [2, 2, 2, 2]), signal)).toBeUndefined();
    expect(modelRatio(tracesOf(relus, [2, 2, 2, 2], 1), signal)).toBeUndefined();
    expect(modelRatio(tracesOf(relus.slice(3), [2]), signal)).toBeUndefined();
  });
});

describe('the diagnosis of a model', () => {
  test('names the mistake, and what to write in its place', () => {
    const { defects, advice, expected } = diagnosed(tracesOf(relus, [1.5474826, 1.5474826, 1.5474826, 2]));
    expect(expected).toBe(1);
    expect(defects[0].en).toBe('normal weights cut at two standard deviations and not rescaled');
    expect(advice.map(({ en }) => en)).toEqual([
      "in every layer but the last, kernelInitializer: tf.initializers.randomNormal({ stddev: Math.sqrt(2 / 64) }), or kernelInitializer: 'heUniform'",
    ]);
    expect(advice[0].zh).toContain('除最后一层外的每一层');
  });

  test('names the layers, where it is not all of them', () => {
    const wide = [layer('a', 1, { fans: { fanIn: 32, fanOut: 64 } }), ...relus.slice(1)];
    const { defects, advice } = diagnosed(tracesOf(wide, [0.7737413, 0.7737413, 2, 2]));
    expect(defects[0].en).toBe(
      'in a, b: the gain left out, 1 for 1.414, and normal weights cut at two standard deviations and not rescaled',
    );
    expect(defects[0].zh).toMatch(/^在 a, b 中：漏掉增益/);
    expect(advice[0].en).toBe(
      "in a, b, kernelInitializer: tf.initializers.randomNormal({ stddev: Math.sqrt(2 / fanIn) }), or kernelInitializer: 'heUniform'",
    );
    expect(within(['a', 'b', 'c', 'd', 'e'])).toEqual({ en: 'a, b, c and 2 more', zh: 'a, b, c 等 5 层' });
  });

  test('has a name for the initializer only where TensorFlow.js has a right one', () => {
    const tanhs = relus.map((one) => ({ ...one, activation: 'tanh' }));
    const { advice } = diagnosed(tracesOf(tanhs, [1, 1, 1, 1]));
    expect(advice[0].en).toMatch(/Math\.sqrt\(2\.536 \/ 64\) \}\)$/);
    const gradient = diagnosed(tracesOf(tanhs, [2.536, 2.536, 2.536, 1]), keepsGradient());
    expect(gradient.advice[0].en).toContain("Math.sqrt(1 / 64) }), or kernelInitializer: 'leCunUniform'");
  });

  test('looks elsewhere where the weights are right, and to sums where there are some', () => {
    const right = tracesOf(relus, [2, 2, 2, 2]);
    expect(diagnosed(right)).toMatchObject({ defects: [] });
    expect(diagnosed(right).advice[0].en).toMatch(/^the weights have the variance that they should: look at the activation/);
    const residual = [...relus.slice(0, 3), layer('add', 3, { kind: 'Add', fans: null, activation: null }), relus[3]];
    expect(diagnosed(tracesOf(residual, [2, 2, 2, 0, 2])).advice[0].en).toMatch(/but 1 layer adds branches, .* by 1\/√1$/);
  });

  test('knows from the band of a std which one is wanted, and nothing from a word that asks nothing of the weights', () => {
    const tanhs = relus.map((one) => ({ ...one, activation: 'tanh' }));
    const { ratio } = diagnosed(tracesOf(tanhs, [1, 1, 1, 1]), mean(std.after(2)).within(0.6, 0.7));
    expect(Number(ratio?.needed)).toBeCloseTo(2.7626826, 4);
    expect(diagnosed(tracesOf(relus, [1, 1, 1, 1]), vanishes()).ratio).toBeNull();
  });

  test('says at which layer the middle network strays most', () => {
    const stds = [
      [1, 2, 1, 1],
      [1, 1, 3, 1],
      [4, 1, 1, 1],
    ];
    const traces = stds.map((values) => modelTraceOf(relus, [0.1, 0.1, 0.1, 0.1], { std: values }));
    expect(diagnosed(traces).layer).toBe(2);
  });
});
