import type { ModelTrace, Signal, TracedLayer } from '../../../src/network/index.ts';

export interface Written {
  /** From the first layer; 1 each, where they are left out. */
  std: readonly number[];
  gradientStd?: readonly number[];
  /** Of the input; NaN for one of indices. */
  inputStd?: number;
  inputGradientStd?: number;
  dead?: readonly number[];
  saturated?: readonly number[];
  kernelStd?: readonly number[];
  /** How many layers the model has; the last one is its output. More than there are stds, where the realisation stopped. */
  layers?: number;
  firstNonFinite?: number | null;
}

const NONE = new Float64Array();

const signalOf = (std: number): Signal => ({
  mean: 0,
  std,
  secondMoment: std * std,
  rowSecondMoments: NONE,
  covariance: 0,
  cosine: 0,
});

const signalsOf = (stds: readonly number[]) => ({
  mean: Float64Array.from(stds, () => 0),
  std: Float64Array.from(stds),
  secondMoment: Float64Array.from(stds, (std) => std * std),
  rowSecondMoments: stds.map(() => NONE),
  covariance: Float64Array.from(stds, () => 0),
  cosine: Float64Array.from(stds, () => 0),
});

/** The trace of a chain of dense layers of 64 units, as somebody wrote it. */
export function traceOf({ std, inputStd = 1, inputGradientStd = 1, firstNonFinite = null, ...more }: Written): ModelTrace {
  const count = more.layers ?? std.length;
  const layers = Array.from({ length: count }, (_, i): TracedLayer => {
    const head = i === count - 1;
    const activation = head ? null : 'relu';
    return {
      name: `dense_${i + 1}`,
      kind: 'Dense',
      activation,
      shape: [64],
      depth: i + 1,
      head,
      fans: { fanIn: 64, fanOut: 64 },
    };
  });
  const filled = (values: readonly number[] | undefined, otherwise: number) =>
    Float64Array.from({ length: count }, (_, i) => values?.[i] ?? otherwise);
  const gradientStd = more.gradientStd ?? std.map(() => 1);
  return {
    ...signalsOf(std),
    input: signalOf(inputStd),
    firstNonFinite,
    gradient: { ...signalsOf(firstNonFinite === null ? gradientStd : []), input: signalOf(inputGradientStd) },
    layers,
    untraced: [],
    dead: filled(more.dead, 0),
    saturated: filled(more.saturated, Number.NaN),
    kernelStd: filled(more.kernelStd, 1 / 8),
  };
}

/** e^(rate·depth) for each of the depths 1 … `depth`. */
export const growing = (rate: number, depth: number): number[] =>
  Array.from({ length: depth }, (_, i) => Math.exp(rate * (i + 1)));
