import { beforeAll, describe, expect, test } from 'vitest';
import { type Batch, type Engine, modelFromBuilder, type ModelInput, realiseModel } from '../../../src/network/index.ts';
import { chosenEngine, seed } from './drawing.ts';
import { batchOf, byUnits, type Model, type Tf } from './modelling.ts';
import { distance, exact, statistics } from './values.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
});

const run = (build: (tf: Tf) => Model, input?: ModelInput, to = 1) =>
  realiseModel(engine, { model: modelFromBuilder(build, 'mine'), ...(input && { input }) }, seed, 0, to);

const dense = (tf: Tf) => tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });

test('sixteen examples are drawn where nobody says how many', async () => {
  const [trace] = await run(dense);
  expect(trace.input.rowSecondMoments.length).toBe(16);
  expect((await run(dense, { batch: 5 }))[0].input.rowSecondMoments.length).toBe(5);
});

test('a batch of one’s own is the same for each realisation', async () => {
  const values = [1, 2, 3, -4, 5, 6];
  const traces = await run(dense, { values: [batchOf(values, 2, 3)] }, 2);
  for (const { input } of traces) expect(distance(input, statistics(exact(byUnits(values, 2)), 2))).toBeLessThanOrEqual(1);
  expect(traces[0].std[0]).not.toBe(traces[1].std[0]);
});

describe('an input that does not fit is refused:', () => {
  test.each<[string, ModelInput, string]>([
    ['no examples', { batch: 0 }, 'batch must be a positive integer; got 0'],
    ['part of an example', { batch: 1.5 }, 'batch must be a positive integer; got 1.5'],
    [
      'too many batches',
      { values: [batchOf([1, 2, 3], 1, 3), batchOf([1], 1, 1)] },
      'batches must be 1, one an input of the model; got 2',
    ],
    [
      'another shape',
      { values: [batchOf([1, 2], 1, 2)] },
      "batch 0 must be of the shape of the model's input, any × 3; got [1, 2]",
    ],
    ['another rank', { values: [batchOf([1, 2, 3], 3)] }, "batch 0 must be of the shape of the model's input, any × 3; got [3]"],
    ['an empty batch', { values: [batchOf([], 0, 3)] }, 'axis 0 of batch 0 must be a positive integer; got 0'],
    ['too few numbers', { values: [batchOf([1, 2, 3], 2, 3)] }, 'batch 0 must be 6 numbers, by its shape; got 3'],
  ])('%s', async (_, input, message) => {
    await expect(run(dense, input)).rejects.toThrow(message);
  });

  test('a batch of another size than the model has', async () => {
    const fixed = (tf: Tf) => tf.sequential({ layers: [tf.layers.dense({ units: 2, batchInputShape: [8, 3] })] });
    await expect(run(fixed)).rejects.toThrow('batch must be 8, as input 0 of the model has it; got 16');
    expect((await run(fixed, { batch: 8 })).length).toBe(1);
  });

  test('an input whose shape is not known', async () => {
    const any = (tf: Tf) => tf.sequential({ layers: [tf.layers.conv1d({ filters: 2, kernelSize: 2, inputShape: [null, 3] })] });
    await expect(run(any)).rejects.toThrow(
      'input 0 of the model must be of a known shape (give a batch of your own); got "any × 3"',
    );
    expect((await run(any, { values: [batchOf(Array(24).fill(1), 2, 4, 3)] }))[0].layers[0].shape).toEqual([3, 2]);
  });

  const two = (tf: Tf) => {
    const [a, b] = [tf.input({ shape: [2] }), tf.input({ shape: [3] })];
    return tf.model({ inputs: [a, b], outputs: tf.layers.concatenate().apply([a, b]) as typeof a });
  };

  test('two inputs of unlike numbers of examples', async () => {
    const values: Batch[] = [batchOf([1, 2, 3, 4], 2, 2), batchOf([1, 2, 3], 1, 3)];
    await expect(run(two, { values })).rejects.toThrow('batch 1 must be of 2 examples, as batch 0 is; got 1');
  });

  test('whole numbers of which nobody knows how many there are', async () => {
    const cast = (tf: Tf) => {
      const x = tf.input({ shape: [2], dtype: 'int32' });
      return tf.model({ inputs: x, outputs: tf.layers.activation({ activation: 'linear' }).apply(x) as typeof x });
    };
    await expect(run(cast)).rejects.toThrow(
      'input 0 of the model must be of float32 or feed an embedding (give a batch of your own); got "int32"',
    );
  });
});

describe('indices', () => {
  /** An embedding that tells what it was given: the row of index i is i. */
  const telling = (words: number) => (tf: Tf) => {
    const layer = tf.layers.embedding({ inputDim: words, outputDim: 1, inputLength: 50 });
    return { layer, tell: () => layer.setWeights([tf.tensor([...Array(words).keys()], [words, 1])]) };
  };

  test.each<[string, (tf: Tf) => { model: Model; tell: () => void }]>([
    [
      'an embedding',
      (tf) => {
        const { layer, tell } = telling(7)(tf);
        return { model: tf.sequential({ layers: [layer] }), tell };
      },
    ],
    [
      'one behind layers that only arrange',
      (tf) => {
        const { layer, tell } = telling(7)(tf);
        const x = tf.input({ shape: [5, 10] });
        return { model: tf.model({ inputs: x, outputs: layer.apply(tf.layers.flatten().apply(x)) as typeof x }), tell };
      },
    ],
    [
      'one of a model within a model',
      (tf) => {
        const { layer, tell } = telling(7)(tf);
        const x = tf.input({ shape: [50] });
        return { model: tf.model({ inputs: x, outputs: tf.sequential({ layers: [layer] }).apply(x) as typeof x }), tell };
      },
    ],
    [
      'one of a model that a Sequential begins with',
      (tf) => {
        const { layer, tell } = telling(7)(tf);
        return { model: tf.sequential({ layers: [tf.sequential({ layers: [layer] }), tf.layers.flatten()] }), tell };
      },
    ],
    [
      'the smaller of two that share an input',
      (tf) => {
        const [small, large] = [telling(7)(tf), telling(9)(tf)];
        const x = tf.input({ shape: [50] });
        const outputs = [small, large].map(({ layer }) => layer.apply(x) as typeof x);
        return { model: tf.model({ inputs: x, outputs }), tell: () => [small, large].forEach(({ tell }) => tell()) };
      },
    ],
  ])('are drawn below the vocabulary of %s, each as likely', async (_, build) => {
    const [trace] = await run((tf) => {
      const { model, tell } = build(tf);
      tell();
      return model;
    });
    const at = trace.layers.findIndex(({ kind }) => kind === 'Embedding');
    // Of 800 draws from 0 … 6: mean 3 and std 2, the mean's error 2/√800 = 0.07; five of them. The std's is below half of that.
    expect(Math.abs(trace.mean[at] - 3)).toBeLessThan(5 * 0.07);
    expect(Math.abs(trace.std[at] - 2)).toBeLessThan(5 * 0.035);
    expect(trace.input.std).toBeNaN();
  });

  test.each([[7], [-1], [0.5], [Number.NaN]])('of one’s own are refused where no embedding knows them: %d', async (index) => {
    const build = (tf: Tf) => tf.sequential({ layers: [telling(7)(tf).layer] });
    const values = [batchOf([...Array<number>(49).fill(6), index], 1, 50)];
    await expect(run(build, { values })).rejects.toThrow(`batch 0 must be of indices below 7; got ${index}`);
  });
});
