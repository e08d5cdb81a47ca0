import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/network/index.ts';
import { chosenEngine } from './drawing.ts';
import { conv3D, conv3DTranspose, everyLayer } from './model-layers.ts';
import { batchOf, byUnits, drawnCotangent, type Model, type Tf, traced } from './modelling.ts';
import { distance, statistics, U, type Values } from './values.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await chosenEngine();
});

const BATCH = 2;

/** Of the differences: what twice of it changes must cross no kink of the input below. */
const STEP = 1 / 32;

/** Odd multiples of 1/16, no two alike and in no order: none is nearer to another, or to 0, than two steps. */
function apart(size: number): Float32Array {
  // 37 is a prime that divides none of the sizes, so that its multiples are a permutation.
  return Float32Array.from({ length: size }, (_, i) => (2 * ((37 * i + 11) % size) + 1 - size - (size % 2)) / 16);
}

/**
 * The gradient of Σ ⟨g, y⟩ by central differences of what the model predicts. Wrong by what the next term of the series is, for which twice
 * the step stands, and by the roundings of two predictions: of outputs that are sums of `fanIn` products, and some sixteen operations, of sizes
 * up to the largest input times the weights' sum; only of those outputs that differ at all.
 */
function differences(tf: Tf, model: Model, x: Float32Array, shape: readonly number[], g: Float32Array): Values {
  const units = x.length / BATCH;
  const kernels = model.weights.map((weight) => weight.read()).filter((weight) => weight.rank > 1);
  const fanIn = Math.max(1, ...kernels.map((kernel) => kernel.size / (kernel.shape.at(-1) ?? 1)));
  const largest = Math.max(0, ...kernels.flatMap((kernel) => [...kernel.dataSync<'float32'>()].map(Math.abs)));
  const size = Math.max(...x.map(Math.abs)) * Math.max(1, fanIn * largest);
  const predict = (of: Float32Array) =>
    tf.tidy(() => (model.predict(tf.tensor(of, [...shape])) as ReturnType<Tf['tensor']>).dataSync<'float32'>().slice());
  const gradient = { x: new Float64Array(x.length), error: new Float64Array(x.length) };
  for (let unit = 0; unit < units; unit++) {
    const [near, far] = [STEP, 2 * STEP].map((step) => {
      const [plus, minus] = [step, -step].map((by) => predict(x.map((value, i) => (i % units === unit ? value + by : value))));
      const outputs = plus.length / BATCH;
      return Array.from({ length: BATCH }, (_, row) => {
        let [slope, rounding] = [0, 0];
        for (let j = row * outputs; j < (row + 1) * outputs; j++) {
          slope += (g[j] * (plus[j] - minus[j])) / (2 * step);
          if (plus[j] !== minus[j]) rounding += Math.abs(g[j]) / (2 * step);
        }
        return { slope, rounding: rounding * 2 * (fanIn + 16) * U * size };
      });
    });
    for (let row = 0; row < BATCH; row++) {
      const i = unit * BATCH + row;
      gradient.x[i] = near[row].slope;
      gradient.error[i] = Math.abs(far[row].slope - near[row].slope) + near[row].rounding;
    }
  }
  return gradient;
}

/** How far the gradient at a model's input is from that by differences, and how far it would be were it a tenth larger. */
async function distances(build: (tf: Tf) => Model) {
  let expected: Values = { x: new Float64Array(), error: new Float64Array() };
  const [shape] = build(engine.tf).inputs.map((input) => [BATCH, ...(input.shape.slice(1) as number[])]);
  const x = apart(shape.reduce((product, one) => product * one, 1));
  const both = (tf: Tf) => {
    const model = build(tf);
    const outputs = model.outputs[0].shape.slice(1).reduce<number>((product, one) => product * Number(one), BATCH);
    expected = differences(tf, model, x, shape, drawnCotangent(outputs));
    return model;
  };
  const { trace } = await traced(engine, both, { input: { values: [batchOf(x, ...shape)] }, probes: ['gradient'] });
  if (!trace.gradient) throw new Error('no gradient was shown');
  const scaled = { ...expected, x: expected.x.map((value) => 1.1 * value) };
  return [expected, scaled].map((each) => distance(trace.gradient!.input, statistics(each, BATCH)));
}

describe('the gradient through a layer is that of differences', () => {
  test.each(Object.keys(everyLayer))('%s', async (name) => {
    if (engine.name === 'tensorflow' && name === 'SeparableConv2D, dilated') {
      // TensorFlow's own answer: not implemented.
      await expect(distances(everyLayer[name])).rejects.toThrow('Invalid TF_Status: 12');
      return;
    }
    const [as, larger] = await distances(everyLayer[name]);
    expect(as).toBeLessThanOrEqual(1);
    expect(larger).toBeGreaterThan(1);
  });

  test('Conv3D; on wasm, where it would be wrong, it is refused', async () => {
    const run = distances(conv3D);
    if (engine.name === 'wasm') {
      await expect(run).rejects.toThrow(
        'layer conv3d_1 (Conv3D): its gradient is wrong on wasm in TensorFlow.js 4.22; choose another backend',
      );
    } else {
      const [as, larger] = await run;
      expect(as).toBeLessThanOrEqual(1);
      expect(larger).toBeGreaterThan(1);
    }
  });
});

test('of equals in a window, the first has the whole gradient', async () => {
  const { trace } = await traced(
    engine,
    (tf) => tf.sequential({ layers: [tf.layers.maxPooling1d({ poolSize: 3, inputShape: [3, 1] })] }),
    {
      input: { values: [batchOf([0, 0, 0, -1, 2, 2], 2, 3, 1)] },
      probes: ['gradient'],
    },
  );
  const [a, b] = drawnCotangent(2);
  const expected = statistics({ x: byUnits([a, 0, 0, 0, b, 0], 2), error: new Float64Array(6) }, 2);
  expect(trace.gradient && distance(trace.gradient.input, expected)).toBeLessThanOrEqual(1);
});

test('an output that nothing depends on has a gradient of 0', async () => {
  const { trace } = await traced(
    engine,
    (tf) => {
      const x = tf.input({ shape: [4, 3] });
      const [y] = tf.layers.lstm({ units: 5, returnState: true, name: 'lstm' }).apply(x) as (typeof x)[];
      return tf.model({ inputs: x, outputs: tf.layers.dense({ units: 2 }).apply(y) as typeof x });
    },
    { probes: ['gradient'] },
  );
  expect(trace.layers.map(({ name }) => name)).toEqual(['lstm:0', 'lstm:1', 'lstm:2', 'dense_1']);
  expect(Array.from(trace.gradient?.std ?? [], (std) => std > 0)).toEqual([true, false, false, true]);
});

test('a layer without a gradient is named', async () => {
  const run = traced(
    engine,
    (tf) => {
      class Signs extends tf.layers.Layer {
        static className = 'Signs';
        override call(inputs: Parameters<InstanceType<typeof tf.layers.Layer>['call']>[0]) {
          return tf.cast(tf.greater([inputs].flat()[0], 0), 'float32');
        }
      }
      const dense = tf.layers.dense({ units: 4, inputShape: [4] });
      return tf.sequential({ layers: [dense, new Signs({ name: 'signs' }), tf.layers.dense({ units: 4 })] });
    },
    { probes: ['gradient'] },
  );
  await expect(run).rejects.toThrow(
    'the gradient of layer signs (Signs) cannot be taken: Cannot compute gradient: gradient function not found for Greater.',
  );
});

test('a transposed Conv3D, which has no gradient, is named; on wasm it would be wrong, and is refused', async () => {
  const why =
    engine.name === 'wasm'
      ? /^layer conv3d_transpose_1 \(Conv3DTranspose\): its output is wrong on wasm/
      : /^the gradient of layer conv3d_transpose_1 \(Conv3DTranspose\) cannot be taken: /;
  await expect(traced(engine, conv3DTranspose, { probes: ['gradient'] })).rejects.toThrow(why);
});
