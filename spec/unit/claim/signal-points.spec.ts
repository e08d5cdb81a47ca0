import { describe, expect, test } from 'vitest';
import { isModelTrace, signalPoints } from '../../../src/claim/index.ts';
import type { ModelTrace, TracedLayer, Trace } from '../../../src/network/index.ts';

/** Layers as `kind depth`, with a star where the output is one of the model's. */
function traceOf(...layers: readonly string[]): ModelTrace {
  const traced = layers.map((words): TracedLayer => {
    const [kind, depth] = words.replace('*', '').split(' ');
    const name = kind.toLowerCase();
    return { name, kind, activation: null, shape: [4], depth: Number(depth), head: words.endsWith('*'), fans: null };
  });
  return { layers: traced, std: new Float64Array(layers.length) } as unknown as ModelTrace;
}

describe('signalPoints', () => {
  test('of our own networks are all layers', () => {
    const trace = { std: Float64Array.of(1, 2, 3) } as unknown as Trace;
    expect(isModelTrace(trace)).toBe(false);
    expect(signalPoints(trace)).toEqual([0, 1, 2]);
  });

  test('are the last layer of each depth: after activation, normalisation and dropout', () => {
    expect(
      signalPoints(traceOf('Dense 1', 'Activation 1', 'Dense 2', 'BatchNormalization 2', 'ReLU 2', 'Dropout 2', 'Dense 3*')),
    ).toEqual([1, 5]);
  });

  test('leave out the depth of the output: its logits, and the softmax behind them', () => {
    expect(signalPoints(traceOf('Dense 1', 'Dense 2', 'Dense 3', 'Softmax 3*'))).toEqual([0, 1]);
  });

  test('leave out what only arranges: pooling, padding, flattening', () => {
    expect(
      signalPoints(
        traceOf(
          'ZeroPadding2D 0',
          'Conv2D 1',
          'MaxPooling2D 1',
          'Conv2D 2',
          'GlobalAveragePooling2D 2',
          'Flatten 2',
          'Reshape 2',
          'UpSampling2D 2',
          'Cropping2D 2',
          'Dense 3*',
        ),
      ),
    ).toEqual([1, 3]);
  });

  test('take the sum of a residual block for the depth of its last convolution', () => {
    expect(signalPoints(traceOf('Conv2D 1', 'Conv2D 2', 'Conv2D 3', 'Add 3', 'ReLU 3', 'Dense 4*'))).toEqual([0, 1, 4]);
  });

  test('go on behind an output that leaves the model on the way', () => {
    expect(signalPoints(traceOf('Dense 1', 'Dense 2', 'Dense 2*', 'Dense 3', 'Dense 4*'))).toEqual([0, 1, 3]);
  });
});
