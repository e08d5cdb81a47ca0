import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Engine,
  loadEngine,
  type ModelBuilder,
  modelFromBuilder,
  type Probe,
  realiseModel,
} from '../../../src/network/index.ts';
import { chosenEngine, seed } from './drawing.ts';
import type { Tf } from './modelling.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
});

const draw = (build: ModelBuilder, from: number, to: number, with_: { seed?: string; probes?: Probe[] } = {}) =>
  realiseModel(engine, { model: modelFromBuilder(build, 'mine') }, with_.seed ?? seed, from, to, new Set(with_.probes));

/** Randomness as somebody else's code takes it: here it is an argument. */
const theirs = Math;

/** Initializers of three kinds, none with a seed; random numbers of the builder's own; dropout. */
const varied: ModelBuilder = (tf) =>
  tf.sequential({
    layers: [
      tf.layers.dense({ units: 6, inputShape: [4], activation: 'tanh', kernelInitializer: 'orthogonal' }),
      tf.layers.dropout({ rate: 0.5 }),
      tf.layers.dense({ units: 6, kernelInitializer: 'heNormal', biasInitializer: 'randomNormal' }),
      tf.layers.dense({ units: 3, kernelInitializer: tf.initializers.constant({ value: theirs.random() }) }),
    ],
  });

describe('a realisation of a model', () => {
  test('depends on seed and index only: alone and among others, again, and by an async builder', async () => {
    const probes: Probe[] = ['gradient'];
    const whole = await draw(varied, 0, 5, { probes });
    expect(await draw(varied, 0, 5, { probes })).toEqual(whole);
    for (const split of [1, 3]) {
      expect([...(await draw(varied, 0, split, { probes })), ...(await draw(varied, split, 5, { probes }))]).toEqual(whole);
    }
    const later: ModelBuilder = async (tf) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return varied(tf);
    };
    expect(await draw(later, 2, 3, { probes })).toEqual([whole[2]]);
  });

  test('is another one for another index, and for another seed, weights and inputs alike', async () => {
    const traces = [...(await draw(varied, 0, 3)), ...(await draw(varied, 0, 1, { seed: `${seed}1` }))];
    for (const read of [0, 1, 2].map((layer) => (i: number) => traces[i].kernelStd[[0, 2, 2][layer]])) {
      expect(new Set([0, 1, 2, 3].map(read)).size).toBe(4);
    }
    expect(new Set(traces.map(({ input }) => input.std)).size).toBe(4);
  });

  test('shows the same of its outputs whether gradients are asked for or not', async () => {
    const [plain] = await draw(varied, 1, 2);
    const [{ gradient, ...rest }] = await draw(varied, 1, 2, { probes: ['gradient'] });
    expect(rest).toEqual(plain);
    expect(gradient?.std.length).toBe(plain.std.length);
  });

  test('is the same where two populations are drawn at once', async () => {
    const alone = await draw(varied, 0, 3);
    const slowly: ModelBuilder = async (tf) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      return varied(tf);
    };
    const [a, b] = await Promise.all([draw(slowly, 0, 3), draw(slowly, 0, 3)]);
    expect([a, b]).toEqual([alone, alone]);
  });

  test('leaves Math.random as it was, also where a builder fails', async () => {
    const { random } = theirs;
    await draw(varied, 0, 1);
    await draw(() => Promise.reject(new Error('no')), 0, 1).catch(() => {});
    expect(theirs.random).toBe(random);
  });

  test('shows no more than outputs and gradients', async () => {
    await expect(draw(varied, 0, 1, { probes: ['jacobian'] })).rejects.toThrow(
      'what is asked of a model must be its outputs or their gradients; got "jacobian"',
    );
  });
});

describe('a builder that makes no population', () => {
  const sequential = (tf: Tf, ...initializers: (number | null)[]) =>
    tf.sequential({
      layers: initializers.map((own, i) =>
        tf.layers.dense({
          ...{ units: 4, kernelInitializer: tf.initializers.heUniform(own === null ? {} : { seed: own }) },
          ...(i === 0 && { inputShape: [4] }),
        }),
      ),
    });

  test('is told which layer has a seed', async () => {
    await expect(draw((tf) => sequential(tf, null, 42, null), 0, 2)).rejects.toThrow(
      'mine makes the same weights each time: the initializer of layer 2 (Dense) has the seed 42; leave it out',
    );
  });

  test('is told so where the weights come from elsewhere', async () => {
    const loaded: ModelBuilder = (tf) => {
      const model = sequential(tf, null);
      model.setWeights([tf.tensor([...Array(16).keys()], [4, 4]), tf.zeros([4])]);
      return model;
    };
    await expect(draw(loaded, 0, 2)).rejects.toThrow('mine makes the same weights each time: a population of one');
    // One of them is no population yet.
    expect((await draw(loaded, 0, 1)).length).toBe(1);
  });

  test('may have constants: they are the same each time by intention', async () => {
    const constant: ModelBuilder = (tf) =>
      tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2], kernelInitializer: 'ones' })] });
    expect((await draw(constant, 0, 3)).length).toBe(3);
  });

  test('is refused where its weights are not numbers by their trace, and not for being the same', async () => {
    const nan: ModelBuilder = (tf) => {
      const kernelInitializer = tf.initializers.constant({ value: Number.NaN });
      return tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2], kernelInitializer })] });
    };
    expect((await draw(nan, 0, 2)).map(({ firstNonFinite }) => firstNonFinite)).toEqual([0, 0]);
  });
});

describe('a builder that makes no model', () => {
  test.each<[string, unknown, string]>([
    ['nothing', () => undefined, "mine made no model of TensorFlow.js's layers, but nothing: does it return it?"],
    ['null', () => null, "mine made no model of TensorFlow.js's layers, but null"],
    ['a number', () => 3, "mine made no model of TensorFlow.js's layers, but a value of type number"],
    ['a function', () => () => 3, "mine made no model of TensorFlow.js's layers, but a function"],
    [
      'a layer',
      (tf: Tf) => tf.layers.dense({ units: 3 }),
      "mine made no model of TensorFlow.js's layers, but a value of type object",
    ],
    [
      'layers without a shape',
      (tf: Tf) => tf.sequential({ layers: [tf.layers.dense({ units: 3 })] }),
      'mine failed: The first layer in a Sequential model must get an `inputShape`',
    ],
    [
      'no layers',
      (tf: Tf) => tf.sequential(),
      'mine made a model that does not know the shape of its input: give its first layer an inputShape',
    ],
    [
      'what another copy has made',
      () => ({ layers: [], predict: () => 0 }),
      'mine made a model of another copy of TensorFlow.js: make it with the one that it is given',
    ],
    [
      'an error',
      () => {
        throw new Error('the file is not there\nat all');
      },
      'mine failed: the file is not there',
    ],
    ['a rejection', () => Promise.reject(new Error('not now')), 'mine failed: not now'],
    [
      'what TensorFlow.js refuses',
      (tf: Tf) => tf.sequential({ layers: [tf.layers.dense({ units: -1, inputShape: [2] })] }),
      'mine failed: ',
    ],
  ])('but %s is told so', async (_, build, message) => {
    await expect(draw(build as ModelBuilder, 0, 1)).rejects.toMatchObject({
      name: 'ModelError',
      message: expect.stringContaining(message) as string,
    });
  });

  test('is refused where it is no function', () => {
    expect(() => modelFromBuilder(3 as unknown as ModelBuilder)).toThrow(
      'build must be a function (tf) => model, which makes fresh weights; got 3',
    );
  });

  test('has the function’s name, or none', () => {
    expect([modelFromBuilder(varied).name, modelFromBuilder(varied, 'other').name]).toEqual(['varied', 'other']);
    expect(modelFromBuilder((tf) => varied(tf)).name).toBe('a builder');
  });
});

describe('memory', () => {
  /** Runs, and says how many tensors and bytes are there that were not there before. */
  async function left(build: ModelBuilder, probes: Probe[]) {
    const before = engine.tf.memory();
    await draw(build, 0, 2, { probes }).catch(() => {});
    const { numTensors, numBytes } = engine.tf.memory();
    return [numTensors - before.numTensors, numBytes - before.numBytes];
  }

  const dense = (tf: Tf) => tf.layers.dense({ units: 3, inputShape: [3] });

  test.each<[string, ModelBuilder]>([
    ['a stack', varied],
    [
      'one that is compiled with an optimizer of its own',
      (tf) => {
        const model = tf.sequential({ layers: [dense(tf)] });
        model.compile({ optimizer: tf.train.adam(0.1), loss: 'meanSquaredError' });
        return model;
      },
    ],
    [
      'one that is compiled by names',
      (tf) => {
        const model = tf.sequential({ layers: [dense(tf)] });
        model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
        return model;
      },
    ],
    [
      'layers that are used twice, and models within models',
      (tf) => {
        const x = tf.input({ shape: [3] });
        const inner = tf.sequential({ layers: [dense(tf), tf.layers.batchNormalization()] });
        const shared = tf.layers.dense({ units: 3 });
        const y = shared.apply(inner.apply(shared.apply(inner.apply(x)))) as typeof x;
        return tf.model({ inputs: x, outputs: y });
      },
    ],
    [
      'recurrent layers with dropout, stateful, and both',
      (tf) =>
        tf.sequential({
          layers: [
            tf.layers.gru({ units: 3, stateful: true, returnSequences: true, batchInputShape: [16, 4, 3], dropout: 0.5 }),
            tf.layers.lstm({ units: 3, recurrentDropout: 0.5, dropout: 0.5 }),
          ],
        }),
    ],
    [
      'one that fails while it is made',
      (tf) => {
        dense(tf).apply(tf.input({ shape: [3] }));
        throw new Error('halfway');
      },
    ],
    ['one that is no model', (tf) => dense(tf).apply(tf.input({ shape: [3] })) as unknown as ReturnType<Tf['model']>],
    [
      'one that makes the same weights each time',
      (tf) => {
        const kernelInitializer = tf.initializers.heUniform({ seed: 1 });
        return tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [3], kernelInitializer })] });
      },
    ],
    [
      'one that cannot be run',
      (tf) => {
        class Failing extends tf.layers.Layer {
          static className = 'Failing';
          override call(): never {
            throw new Error('not today');
          }
        }
        return tf.sequential({ layers: [dense(tf), new Failing({}), dense(tf)] });
      },
    ],
    [
      'one without a gradient',
      (tf) => {
        class Signs extends tf.layers.Layer {
          static className = 'Signs';
          override call(inputs: Parameters<InstanceType<typeof tf.layers.Layer>['call']>[0]) {
            return tf.cast(tf.greater([inputs].flat()[0], 0), 'float32');
          }
        }
        return tf.sequential({ layers: [dense(tf), tf.layers.softmax(), new Signs({}), dense(tf)] });
      },
    ],
    [
      'one that stops being finite',
      (tf) => {
        const kernelInitializer = tf.initializers.randomNormal({ stddev: 1e30 });
        return tf.sequential({ layers: [1, 2, 3].map(() => tf.layers.dense({ units: 3, inputShape: [3], kernelInitializer })) });
      },
    ],
  ])('holds as many tensors after as before: %s', async (_, build) => {
    expect(await left(build, [])).toEqual([0, 0]);
    expect(await left(build, ['gradient'])).toEqual([0, 0]);
    // And what is run after it is whole.
    expect((await draw(varied, 0, 1, { probes: ['gradient'] }))[0].gradient?.std.length).toBe(4);
  });
});

test('wasm and cpu show the same, to float32’s error', async () => {
  const trace = async (backend: 'wasm' | 'cpu') => {
    const own = await loadEngine(backend);
    const [one] = await realiseModel(own, { model: modelFromBuilder(varied) }, seed, 0, 1, new Set<Probe>(['gradient']));
    return [...one.std, one.gradient?.input.std ?? Number.NaN];
  };
  const [wasm, cpu] = [await trace('wasm'), await trace('cpu')];
  // Three layers of at most six products each, whose terms' sizes may be some hundred times their sum: 3 × 8 roundings, a hundredfold.
  for (const [i, value] of wasm.entries()) expect(Math.abs(value / cpu[i] - 1)).toBeLessThan(3 * 8 * 100 * 2 ** -24);
  engine = await chosenEngine();
});
