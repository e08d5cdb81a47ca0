import type { ModelTrace, TracedLayer, Trace } from '../../../src/network/index.ts';

/** What a trace of no interest to a word is made of. */
const nothing = (layers: number): Pick<Trace, 'mean' | 'covariance' | 'cosine' | 'rowSecondMoments'> => ({
  mean: new Float64Array(layers),
  covariance: new Float64Array(layers),
  cosine: new Float64Array(layers),
  rowSecondMoments: Array.from({ length: layers }, () => new Float64Array(1)),
});

const input = { mean: 0, std: 1, secondMoment: 1, rowSecondMoments: new Float64Array(1), covariance: 0, cosine: 0 };

interface Given {
  readonly std: readonly number[];
  readonly gradient?: readonly number[];
  readonly firstNonFinite?: number | null;
}

/** A trace made by hand, by the stds of its layers and of their gradients. */
export function traceOf({ std, gradient, firstNonFinite = null }: Given): Trace {
  const signals = (values: readonly number[]) => ({
    ...nothing(values.length),
    std: Float64Array.from(values),
    secondMoment: Float64Array.from(values, (s) => s ** 2),
  });
  return { ...signals(std), input, firstNonFinite, ...(gradient && { gradient: { ...signals(gradient), input } }) };
}

/** A layer of a model, made by hand: a Dense one, unless it is said otherwise. */
export const layer = (name: string, depth: number, change: Partial<TracedLayer> = {}): TracedLayer => ({
  name,
  kind: 'Dense',
  activation: 'relu',
  shape: [64],
  depth,
  head: false,
  fans: { fanIn: 64, fanOut: 64 },
  ...change,
});

/** The trace of a model of these layers, whose kernels have these stds. */
export function modelTraceOf(
  layers: readonly TracedLayer[],
  kernelStd: readonly number[],
  given: Partial<Given> = {},
): ModelTrace {
  const none = () => new Float64Array(layers.length).fill(Number.NaN);
  return {
    ...traceOf({ std: layers.map(() => 1), ...given }),
    layers,
    untraced: [],
    dead: none(),
    saturated: none(),
    kernelStd: Float64Array.from(kernelStd),
  };
}
