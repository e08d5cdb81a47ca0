import { beforeAll, describe, expect, test } from 'vitest';
import { linear, relu, tanh } from '../../../src/activation/index.ts';
import type { Engine } from '../../../src/network/index.ts';
import { chosenEngine } from './drawing.ts';
import { affine, batchOf, byUnits, dense, drawnCotangent, drawnInput, traced } from './modelling.ts';
import { backwardOf } from './backward-reference.ts';
import type { Passed } from './reference.ts';
import { distance, exact, farthest, layerOf, statistics, U, type Values } from './values.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
});

const outputs = (layers: readonly Passed[], batch: number) => layers.map(({ h }) => statistics(h, batch));

describe('a stack of Dense', () => {
  const batch = 6;
  const run = (shown: readonly 'gradient'[] = []) =>
    traced(
      engine,
      (tf) =>
        tf.sequential({
          layers: [
            tf.layers.dense({ units: 12, inputShape: [7], activation: 'tanh', biasInitializer: 'randomNormal' }),
            tf.layers.dense({ units: 9, activation: 'relu', kernelInitializer: 'heUniform', name: 'middle' }),
            tf.layers.dense({ units: 3, useBias: false }),
          ],
        }),
      { input: { batch }, probes: shown },
    );
  const reference = (weights: Parameters<typeof dense>[0][]) => {
    const first = dense(weights[0], exact(byUnits(drawnInput(7 * batch), batch)), batch, tanh);
    const second = dense(weights[1], first.h, batch, relu);
    return [first, second, dense(weights[2], second.h, batch, linear)];
  };

  test('shows what plain loops in float64 make of its weights and of N(0, 1) numbers, to float32’s error', async () => {
    const { trace, weights } = await run();
    expect(distance(trace.input, statistics(exact(byUnits(drawnInput(7 * batch), batch)), batch))).toBeLessThanOrEqual(1);
    expect(farthest(trace, outputs(reference(weights), batch))).toBeLessThanOrEqual(1);
    expect(trace.firstNonFinite).toBeNull();
    expect(trace.gradient).toBeUndefined();
    const others = weights.map(({ kernel, ...rest }) => ({
      ...rest,
      kernel: { ...kernel, data: kernel.data.map((w) => 1.001 * w) },
    }));
    expect(farthest(trace, outputs(reference(others), batch))).toBeGreaterThan(1);
  });

  test('shows the gradients of back-propagation by plain loops, from N(0, 1) numbers at its output', async () => {
    const { trace, weights } = await run(['gradient']);
    const g = exact(byUnits(drawnCotangent(3 * batch), batch));
    const [input, ...layers] = backwardOf({ layers: reference(weights) }, g, batch).map((each) => statistics(each, batch));
    expect(farthest(trace.gradient, layers)).toBeLessThanOrEqual(1);
    expect(trace.gradient && distance(trace.gradient.input, input)).toBeLessThanOrEqual(1);
    expect(farthest(trace.gradient, [layers[0], layers[1], layers[1]])).toBeGreaterThan(1);
  });

  test('names its layers, and says what they are', async () => {
    const { trace, weights } = await run();
    const layer = { kind: 'Dense', activation: null, head: false };
    expect(trace.layers).toEqual([
      { ...layer, name: 'dense_1', activation: 'tanh', shape: [12], depth: 1, fans: { fanIn: 7, fanOut: 12 } },
      { ...layer, name: 'middle', activation: 'relu', shape: [9], depth: 2, fans: { fanIn: 12, fanOut: 9 } },
      { ...layer, name: 'dense_3', shape: [3], depth: 3, head: true, fans: { fanIn: 9, fanOut: 3 } },
    ]);
    expect(trace.untraced).toEqual([]);
    weights.forEach(({ kernel }, i) => {
      // Float64 sums of n numbers, right to n·ε.
      expect(trace.kernelStd[i]).toBeCloseTo(statistics(exact(kernel.data), 1).signal.std, 12);
    });
  });
});

describe('units', () => {
  const shown = (activation: 'relu' | 'tanh' | 'sigmoid' | 'softsign' | 'hardSigmoid' | null, rows: number[][]) =>
    traced(
      engine,
      (tf) => {
        // Whatever comes in goes through.
        const identity = { kernelInitializer: 'identity', units: rows[0].length } as const;
        return tf.sequential({
          layers: [tf.layers.dense({ ...identity, inputShape: [rows[0].length], ...(activation && { activation }) })],
        });
      },
      { input: { values: [batchOf(rows.flat(), rows.length, rows[0].length)] } },
    );

  test('are dead where every example leaves the same number, and only there', async () => {
    const { trace } = await shown('relu', [
      [-1, -1, 2, 3],
      [-2, 1, 2, 4],
      [-3, -1, 2, 3],
    ]);
    expect([...trace.dead]).toEqual([2 / 4]);
    expect([...trace.saturated]).toEqual([Number.NaN]);
  });

  test('are neither dead nor alive for a single example', async () => {
    const { trace } = await shown('relu', [[1, 2]]);
    expect([...trace.dead]).toEqual([Number.NaN]);
  });

  // Slopes: tanh′(3) = 0.00987, tanh′(2.99) = 0.01006; σ′(6) = 0.00247, σ′(5.98) = 0.00252 of 1/4; softsign′(9.1) = 0.0098, of 8.9 0.0102.
  test.each([
    ['tanh', 3, 2.99],
    ['sigmoid', 6, 5.98],
    ['softsign', 9.1, 8.9],
    ['hardSigmoid', 2.6, 2.4],
  ] as const)(
    'of %s are saturated where the slope is below 1%% of its largest: at %d, and not at %d',
    async (name, beyond, before) => {
      const { trace } = await shown(name, [
        [beyond, before, 0, -beyond],
        [beyond, -before, 0.1, -0.2],
      ]);
      expect([...trace.saturated]).toEqual([3 / 8]);
    },
  );
});

test('a Conv2D is the sum over its window that its definition says, strided and padded', async () => {
  const batch = 3;
  const [height, width, channels, filters] = [5, 4, 2, 3];
  const { trace, weights } = await traced(
    engine,
    (tf) =>
      tf.sequential({
        layers: [
          tf.layers.conv2d({
            ...{ filters, kernelSize: 3, strides: 2, padding: 'same', activation: 'tanh', biasInitializer: 'randomNormal' },
            inputShape: [height, width, channels],
          }),
          tf.layers.flatten(),
          tf.layers.dense({ units: 2 }),
        ],
      }),
    { input: { batch }, probes: ['gradient'] },
  );
  // ⌈5/2⌉ × ⌈4/2⌉; 2·2 + 3 − 5 = 2 rows of zeros, one before; 2·1 + 3 − 4 = 1 column, none before.
  const [outHeight, outWidth, top, left] = [3, 2, 1, 0];
  const { kernel, bias } = weights[0];
  const weight = (output: number, input: number) => {
    const [i, j, filter] = [Math.floor(output / filters / outWidth), Math.floor(output / filters) % outWidth, output % filters];
    const [row, column, channel] = [Math.floor(input / channels / width), Math.floor(input / channels) % width, input % channels];
    const [di, dj] = [row - 2 * i + top, column - 2 * j + left];
    return di >= 0 && di < 3 && dj >= 0 && dj < 3 ? kernel.data[((di * 3 + dj) * channels + channel) * filters + filter] : 0;
  };
  const x = exact(byUnits(drawnInput(batch * height * width * channels), batch));
  const first = affine(x, batch, outHeight * outWidth * filters, weight, (output) => bias.data[output % filters], tanh);
  const layers = [first, dense(weights[1], first.h, batch)];
  expect(distance(layerOf(trace, 0), statistics(first.h, batch))).toBeLessThanOrEqual(1);
  expect(distance(layerOf(trace, 2), statistics(layers[1].h, batch))).toBeLessThanOrEqual(1);
  const [input, convolved, out] = backwardOf({ layers }, exact(byUnits(drawnCotangent(2 * batch), batch)), batch);
  expect(
    farthest(
      trace.gradient,
      [convolved, convolved, out].map((each) => statistics(each, batch)),
    ),
  ).toBeLessThanOrEqual(1);
  expect(trace.gradient && distance(trace.gradient.input, statistics(input, batch))).toBeLessThanOrEqual(1);
  expect(trace.layers.map(({ kind, shape, depth, fans }) => ({ kind, shape, depth, fans }))).toEqual([
    { kind: 'Conv2D', shape: [3, 2, 3], depth: 1, fans: { fanIn: 18, fanOut: 27 } },
    { kind: 'Flatten', shape: [18], depth: 1, fans: null },
    { kind: 'Dense', shape: [2], depth: 2, fans: { fanIn: 18, fanOut: 2 } },
  ]);
});

/** Two terms in float32: each with its error, and one rounding. */
const sum = (a: Values, b: Values): Values => ({
  x: a.x.map((value, i) => value + b.x[i]),
  error: a.x.map((value, i) => a.error[i] + b.error[i] + U * Math.abs(value + b.x[i]) + U * (a.error[i] + b.error[i])),
});

test('a residual’s sum adds what went past to what went through, and its gradients', async () => {
  const batch = 4;
  const { trace, weights } = await traced(
    engine,
    (tf) => {
      const x = tf.input({ shape: [5] });
      const before = tf.layers.dense({ units: 6, activation: 'tanh' }).apply(x) as typeof x;
      const branch = tf.layers.dense({ units: 6, activation: 'relu' }).apply(before) as typeof x;
      return tf.model({ inputs: x, outputs: tf.layers.add().apply([before, branch]) as typeof x });
    },
    { input: { batch }, probes: ['gradient'] },
  );
  const before = dense(weights[0], exact(byUnits(drawnInput(5 * batch), batch)), batch, tanh);
  const branch = dense(weights[1], before.h, batch, relu);
  const all = [before.h, branch.h, sum(before.h, branch.h)].map((each) => statistics(each, batch));
  expect(farthest(trace, all)).toBeLessThanOrEqual(1);
  const g = exact(byUnits(drawnCotangent(6 * batch), batch));
  const [through] = backwardOf({ layers: [branch] }, g, batch);
  const gradients = [sum(through, g), g, g].map((each) => statistics(each, batch));
  expect(farthest(trace.gradient, gradients)).toBeLessThanOrEqual(1);
  expect(trace.layers.map(({ kind, depth, head }) => [kind, depth, head])).toEqual([
    ['Dense', 1, false],
    ['Dense', 2, false],
    ['Add', 2, true],
  ]);
});

test('a batch normalisation takes its moving averages, a layer normalisation each example’s own', async () => {
  const batch = 5;
  const units = 4;
  const [gamma, beta, mean, variance] = [
    [1, 2, 0.5, -1],
    [0, 1, -1, 0.25],
    [0.5, -0.5, 1, 0],
    [1, 4, 0.25, 2],
  ];
  const { trace } = await traced(
    engine,
    (tf) => {
      const model = tf.sequential({
        layers: [
          tf.layers.batchNormalization({ inputShape: [units], epsilon: 0.125 }),
          tf.layers.layerNormalization({ epsilon: 0.5 }),
        ],
      });
      model.layers[0].setWeights([gamma, beta, mean, variance].map((each) => tf.tensor1d(each)));
      return model;
    },
    { input: { batch } },
  );
  const x = drawnInput(units * batch);
  const whole = x.map((value, i) => {
    const unit = i % units;
    return (gamma[unit] * (value - mean[unit])) / Math.sqrt(variance[unit] + 0.125) + beta[unit];
  });
  const own = (i: number) => whole.subarray(i - (i % units), i - (i % units) + units);
  const layered = whole.map((value, i) => {
    const center = own(i).reduce((total, each) => total + each, 0) / units;
    const spread = own(i).reduce((total, each) => total + (each - center) ** 2, 0) / units;
    return (value - center) / Math.sqrt(spread + 0.5);
  });
  // Numbers of a few units at most, made of some ten operations in float32, the second's inputs wrong by as much: 2 × 16 roundings of 8.
  for (const [layer, values] of [whole, layered].entries()) {
    const { signal } = statistics(exact(byUnits(values, batch)), batch);
    expect(Math.abs(trace.std[layer] - signal.std)).toBeLessThan(2 * 16 * U * 8);
    expect(Math.abs(trace.mean[layer] - signal.mean)).toBeLessThan(2 * 16 * U * 8);
  }
  expect(trace.layers.map(({ depth, fans }) => [depth, fans])).toEqual([
    [0, null],
    [0, null],
  ]);
  expect([...trace.kernelStd]).toEqual([Number.NaN, Number.NaN]);
});

test('dropout and noise are off: what comes out is what went in', async () => {
  const { trace } = await traced(engine, (tf) =>
    tf.sequential({
      layers: [
        tf.layers.dropout({ rate: 0.5, inputShape: [40] }),
        tf.layers.gaussianNoise({ stddev: 3 }),
        tf.layers.gaussianDropout({ rate: 0.5 }),
        tf.layers.alphaDropout({ rate: 0.5 }),
        tf.layers.activation({ activation: 'linear' }),
      ],
    }),
  );
  expect([...trace.std]).toEqual(Array(5).fill(trace.input.std));
});

test('an embedding is fed indices, each as likely, and a second input N(0, 1) numbers', async () => {
  const batch = 64;
  const words = 4;
  const { trace, weights } = await traced(
    engine,
    (tf) => {
      const [indices, numbers] = [tf.input({ shape: [10], dtype: 'int32' }), tf.input({ shape: [3] })];
      const rows = tf.layers.embedding({ inputDim: words, outputDim: 2 }).apply(indices) as typeof numbers;
      const flat = tf.layers.flatten().apply(rows) as typeof numbers;
      return tf.model({ inputs: [indices, numbers], outputs: tf.layers.concatenate().apply([flat, numbers]) as typeof numbers });
    },
    { input: { batch }, probes: ['gradient'] },
  );
  // Of 640 draws from 4 words each has its share to √(3/16/640) = 0.017: five of them.
  const { embeddings } = weights[0];
  const looked = trace.secondMoment[0];
  const each = Array.from(
    { length: words },
    (_, word) => (embeddings.data[2 * word] ** 2 + embeddings.data[2 * word + 1] ** 2) / 2,
  );
  const spread = Math.max(...each) - Math.min(...each);
  expect(Math.abs(looked - each.reduce((total, one) => total + one, 0) / words)).toBeLessThan(5 * 0.017 * words * spread);
  expect(looked).toBeGreaterThan(0);
  const numbers = drawnInput(3 * batch, 1).reduce((total, x) => total + x * x, 0);
  // What is put together has the squares of both: float64 sums of float32 numbers.
  expect(trace.secondMoment[2] * batch * 23).toBeCloseTo(trace.secondMoment[1] * batch * 20 + numbers, 8);
  expect(trace.input.std).toBeNaN();
  expect(trace.gradient?.input.std).toBeNaN();
  // The cotangent itself, of which the first twenty of an example go back to the rows that were looked up.
  const g = drawnCotangent(23 * batch).filter((_, i) => i % 23 < 20);
  expect(trace.gradient?.secondMoment[0]).toBeCloseTo(g.reduce((total, x) => total + x * x, 0) / g.length, 12);
  expect(trace.layers.map(({ kind, depth, fans }) => [kind, depth, fans])).toEqual([
    ['Embedding', 1, null],
    ['Flatten', 1, null],
    ['Concatenate', 1, null],
  ]);
});

test('a recurrent layer is one layer: an LSTM by its equations, passing over what a mask hides, though its dropout is set', async () => {
  const [batch, steps, inputs, units] = [2, 4, 3, 2];
  const x = drawnInput(batch * steps * inputs).slice();
  // The second example ends after two steps.
  x.fill(0, (steps + 2) * inputs);
  const { trace, weights } = await traced(
    engine,
    (tf) =>
      tf.sequential({
        layers: [
          tf.layers.masking({ maskValue: 0, inputShape: [steps, inputs] }),
          tf.layers.lstm({ units, dropout: 0.5, recurrentDropout: 0.5, recurrentActivation: 'sigmoid' }),
        ],
      }),
    { input: { values: [batchOf(x, batch, steps, inputs)] } },
  );
  const { kernel, recurrent_kernel: recurrent, bias } = weights[0];
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  const outputs = Array.from({ length: batch }, (_, example) => {
    let [h, c] = [new Float64Array(units), new Float64Array(units)];
    for (let step = 0; step < (example === 0 ? steps : 2); step++) {
      const z = Float64Array.from({ length: 4 * units }, (__, gate) => {
        let total = bias.data[gate];
        for (let k = 0; k < inputs; k++) total += x[(example * steps + step) * inputs + k] * kernel.data[k * 4 * units + gate];
        for (let k = 0; k < units; k++) total += h[k] * recurrent.data[k * 4 * units + gate];
        return total;
      });
      // i, f, c̃, o side by side.
      c = c.map((old, k) => sigmoid(z[units + k]) * old + sigmoid(z[k]) * Math.tanh(z[2 * units + k]));
      h = c.map((cell, k) => sigmoid(z[3 * units + k]) * Math.tanh(cell));
    }
    return [...h];
  });
  const { signal } = statistics(exact(byUnits(outputs.flat(), batch)), batch);
  // Gates and outputs are below 1 and cells below 4; a step makes sums of 8 terms below 4 and five functions right to 8 u: 4 × 4 × (8 + 40) u.
  const bound = steps * 4 * (8 + 40) * U;
  expect(Math.abs(trace.std[1] - signal.std)).toBeLessThan(bound);
  expect(Math.abs(trace.mean[1] - signal.mean)).toBeLessThan(bound);
  expect(Array.from(trace.rowSecondMoments[1], (q, row) => Math.abs(q - signal.rowSecondMoments[row]) < bound)).toEqual([
    true,
    true,
  ]);
  expect(trace.layers[1]).toMatchObject({ kind: 'LSTM', activation: 'tanh', depth: 1, fans: null });
});

test('a stateful layer begins anew with each run, whatever its builder has run and whatever the way forth has left', async () => {
  const build = (stateful: boolean) => (tf: typeof engine.tf) => {
    const lstm = tf.layers.lstm({ units: 3, stateful, batchInputShape: [16, 4, 2] });
    const model = tf.sequential({ layers: [lstm, tf.layers.dense({ units: 2, activation: 'tanh' })] });
    if (stateful) tf.tidy(() => model.predict(tf.ones([16, 4, 2])));
    return model;
  };
  const [kept, plain] = [
    await traced(engine, build(true), { probes: ['gradient'] }),
    await traced(engine, build(false), { probes: ['gradient'] }),
  ];
  expect(kept.trace).toEqual(plain.trace);
});

describe('a layer that is used twice, and a model within a model', () => {
  test('are shown use by use, with the same weights', async () => {
    const batch = 3;
    const { trace, weights } = await traced(
      engine,
      (tf) => {
        const x = tf.input({ shape: [4] });
        const shared = tf.layers.dense({ units: 4, activation: 'tanh', name: 'shared' });
        return tf.model({ inputs: x, outputs: shared.apply(shared.apply(x)) as typeof x });
      },
      { input: { batch }, probes: ['gradient'] },
    );
    const once = dense(weights[0], exact(byUnits(drawnInput(4 * batch), batch)), batch, tanh);
    const twice = dense(weights[0], once.h, batch, tanh);
    expect(farthest(trace, outputs([once, twice], batch))).toBeLessThanOrEqual(1);
    const g = exact(byUnits(drawnCotangent(4 * batch), batch));
    const [, ...back] = backwardOf({ layers: [once, twice] }, g, batch);
    expect(
      farthest(
        trace.gradient,
        back.map((each) => statistics(each, batch)),
      ),
    ).toBeLessThanOrEqual(1);
    expect(trace.layers.map(({ name, depth }) => [name, depth])).toEqual([
      ['shared', 1],
      ['shared#2', 2],
    ]);
  });

  test('are named by where they are, whatever else a process has made before', async () => {
    const build = (tf: typeof engine.tf) => {
      const x = tf.input({ shape: [4] });
      const inner = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [4] }), tf.layers.reLU()] });
      return tf.model({ inputs: x, outputs: tf.layers.add().apply([x, inner.apply(inner.apply(x)) as typeof x]) as typeof x });
    };
    await traced(engine, build);
    const { trace, weights } = await traced(engine, build, { input: { batch: 3 } });
    expect(trace.layers.map(({ name, depth }) => [name, depth])).toEqual([
      ['sequential_1/dense_1', 1],
      ['sequential_1/re_lu_1', 1],
      ['sequential_1#2/dense_1#2', 2],
      ['sequential_1#2/re_lu_1#2', 2],
      ['add_1', 2],
    ]);
    const once = dense(weights[0], exact(byUnits(drawnInput(12), 3)), 3, relu);
    const twice = dense(weights[0], once.h, 3, relu);
    expect(distance(layerOf(trace, 3), statistics(twice.h, 3))).toBeLessThanOrEqual(1);
  });
});

test('what is not of float32 is named, with why, and has no entry', async () => {
  const { trace } = await traced(
    engine,
    (tf) => {
      class Rounded extends tf.layers.Layer {
        static className = 'Rounded';
        override call(inputs: Parameters<InstanceType<typeof tf.layers.Layer>['call']>[0]) {
          return tf.cast([inputs].flat()[0], 'int32');
        }
      }
      const x = tf.input({ shape: [4] });
      const y = tf.layers.dense({ units: 4 }).apply(x) as typeof x;
      return tf.model({ inputs: x, outputs: [y, new Rounded({ name: 'rounded' }).apply(y) as typeof x] });
    },
    { probes: ['gradient'] },
  );
  expect(trace.layers.map(({ name }) => name)).toEqual(['dense_1']);
  expect(trace.untraced).toEqual([{ name: 'rounded', kind: 'Rounded', why: 'its output is of type int32' }]);
  // And no gradient comes back from it: only the cotangent of the other output.
  const g = exact(byUnits(drawnCotangent(4 * 16), 16));
  expect(farthest(trace.gradient, [statistics(g, 16)])).toBeLessThanOrEqual(1);
});

test('a trace ends at the first layer that is not finite, and its layers are named all the same', async () => {
  const { trace } = await traced(
    engine,
    (tf) => {
      const kernelInitializer = tf.initializers.constant({ value: 1e20 });
      const dense = (inputShape?: number[]) =>
        tf.layers.dense({ units: 4, kernelInitializer, ...(inputShape && { inputShape }) });
      return tf.sequential({ layers: [dense([4]), dense(), dense()] });
    },
    { probes: ['gradient'] },
  );
  expect(trace.firstNonFinite).toBe(1);
  expect(trace.std.length).toBe(2);
  expect(trace.layers.length).toBe(3);
  expect(trace.gradient?.std.length).toBe(0);
});

test('a single number has no std, and is finite', async () => {
  const { trace } = await traced(
    engine,
    (tf) => tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] }), tf.layers.dense({ units: 3 })] }),
    { input: { batch: 1 } },
  );
  expect(trace.firstNonFinite).toBeNull();
  expect(trace.std[0]).toBeNaN();
});
