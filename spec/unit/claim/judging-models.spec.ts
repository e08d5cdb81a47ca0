import { describe, expect, test } from 'vitest';
import type * as TensorFlow from '@tensorflow/tfjs';
import { growsBy, judge, keepsGradient, keepsStd, mean, settlesNear, std, vanishes } from '../../../src/claim/index.ts';
import { type BackendChoice, type ModelBuilder, modelFromBuilder } from '../../../src/network/index.ts';

const settings = {
  seed: process.env['GAINSAY_SEED'] ?? '1',
  backend: (process.env['GAINSAY_BACKEND'] ?? 'auto') as BackendChoice,
};

type Initializer = 'heNormal' | 'heUniform' | 'glorotUniform' | 'leCunUniform';

/** Thirty layers of 64 units, and a head that is not judged. */
const stack =
  (kernelInitializer: Initializer, activation: 'relu' | 'tanh' = 'relu'): ModelBuilder =>
  (tf) => {
    const { dense } = tf.layers;
    const first = dense({ units: 64, inputShape: [64], activation, kernelInitializer, name: 'first' });
    const others = Array.from({ length: 29 }, () => dense({ units: 64, activation, kernelInitializer }));
    return tf.sequential({ layers: [first, ...others, dense({ units: 3 })] });
  };

describe('a TensorFlow.js model, by its builder', () => {
  test('upholds what its initializer keeps', async () => {
    // Var ln q is 5/64 a layer of ReLU: an std of e^0.76 either way after thirty.
    const { verdict, subject } = await judge(
      stack('heUniform'),
      [keepsStd({ within: 30 }), keepsGradient({ within: 30 })],
      settings,
    );
    expect({ verdict, subject }).toEqual({ verdict: 'supported', subject: 'a builder' });
  });

  test.each([
    ['heNormal', 0.7737413, 'normal weights cut at two standard deviations and not rescaled'],
    ['glorotUniform', 0.5, 'the gain left out: 1 for 1.414'],
  ] as const)('is refuted with %s, and its failure says what to write instead', async (init, ratio, mistake) => {
    const judgement = await judge(stack(init), growsBy(1), settings);
    expect(judgement.verdict).toBe('refuted');
    const { diagnosis } = judgement;
    expect(Number(diagnosis?.ratio?.lo)).toBeLessThan(ratio);
    expect(Number(diagnosis?.ratio?.hi)).toBeGreaterThan(ratio);
    expect(diagnosis?.defects[0].en).toBe(mistake);
    expect(judgement.explain()).toMatch(
      / {2}try: in every layer but the last, kernelInitializer: tf\.initializers\.randomNormal\(\{ stddev: Math\.sqrt\(2 \/ 64\) \}\), or kernelInitializer: 'heUniform'$/,
    );
  });

  test('is judged by layers’ names, and says at which it strayed most', async () => {
    const judgement = await judge(stack('glorotUniform'), keepsStd(), settings);
    expect(judgement.explain()).toMatch(/\n {2}furthest at layer 29, dense_Dense\d+\n|\n {2}furthest at layer 29, dense_\w+\n/);
    const near = await judge(stack('glorotUniform'), mean(std.after('first')).within(0.3, 0.9), settings);
    expect(near.verdict).toBe('supported');
    await expect(judge(stack('glorotUniform'), mean(std.after('last')).within(0, 1), settings)).rejects.toThrow(
      'layer must be one of first, ',
    );
  });

  test('may come as a source, with a batch of one’s own, and as both', async () => {
    const source = modelFromBuilder(stack('leCunUniform', 'tanh'), 'thirty tanh layers');
    const values = Array.from({ length: 8 * 64 }, (_, i) => Math.sin(i));
    const input = { values: [{ data: values, shape: [8, 64] }] };
    expect(await judge(source, vanishes({ below: 0.3 }), settings)).toMatchObject({
      verdict: 'supported',
      subject: 'thirty tanh layers',
    });
    // 1/√(2l), theory's for tanh at the edge of chaos, falls from 0.18 to 0.13 in the second half; single networks of 64 units are half or
    // twice that.
    for (const model of [source, stack('leCunUniform', 'tanh')]) {
      expect((await judge({ model, input }, settlesNear(0.15, { within: 4 }), settings)).verdict).toBe('supported');
    }
  });

  test('is refused where the same seed makes two models of it, or a builder makes none', async () => {
    let calls = 0;
    const counting: ModelBuilder = (tf) => {
      const kernelInitializer = tf.initializers.randomNormal({ stddev: 0.1 + 0.01 * calls++ });
      return tf.sequential({ layers: [4, 4].map((units) => tf.layers.dense({ units, inputShape: [4], kernelInitializer })) });
    };
    await expect(judge(counting, keepsStd(), settings)).rejects.toThrow(/^nondeterministic: counting drawn twice from seed/);
    const initializer = ((tf: typeof TensorFlow) => tf.initializers.heNormal({})) as unknown as ModelBuilder;
    await expect(judge(initializer, keepsStd(), settings)).rejects.toThrow(/made no model/);
  });
});
