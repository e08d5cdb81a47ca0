import { mean, sampleVariance } from 'simple-statistics';
import type { Trace } from '../network/index.ts';
import { nonNegativeInteger, ParameterError } from '../parameter.ts';

/** Which layers' values a statement is about. */
export interface LayerRange {
  of: 'std' | 'q';
  from: number;
  to: number;
  /** Whether it is about their logarithm. */
  ln: boolean;
}

/** A number read off a realisation. One that cannot be read (the network stopped before that layer) is NaN. */
export interface Quantity<T> {
  readonly name: string;
  /** Set where it is the value of a layer, or averaged over some: a chart can then show where. */
  readonly over?: LayerRange;
  readonly read: (trace: T) => number;
}

/** Many numbers read off a realisation, each independent of the others. */
export interface Quantities<T> {
  readonly name: string;
  readonly readAll: (trace: T) => readonly number[];
}

/** A quantity of one's own. */
export function quantity<T>(name: string, read: (trace: T) => number): Quantity<T> {
  return { name, read };
}

/** The logarithm of a quantity: ln 0 = −∞, and NaN below. */
export function ln<T>({ name, over, read }: Quantity<T>): Quantity<T> {
  return { name: `ln ${name}`, ...(over && { over: { ...over, ln: true } }), read: (trace) => Math.log(read(trace)) };
}

/** What can be read off a sequence that has one value a layer. */
export interface Layerwise {
  /** The value after layer `layer`. */
  after(layer: number): Quantity<Trace>;
  /** The mean of the values after layers `from` … `to`, both included. */
  over(from: number, to: number): Quantity<Trace>;
  /** The factor by which the value grows a layer, from layer `from` to layer `to`: its geometric mean. */
  growth(from: number, to: number): Quantity<Trace>;
  /** Growth of ln value a layer in the first half minus that in the second: 0 where ln value is a straight line of the layer. */
  bend(from: number, to: number): Quantity<Trace>;
  /** Slope of ln value against ln(layer + 1) between two layers: the exponent of a power law of depth. */
  exponent(from: number, to: number): Quantity<Trace>;
}

function layerwise(name: LayerRange['of'], values: (trace: Trace) => Float64Array): Layerwise {
  const at = (trace: Trace, layer: number) => values(trace)[layer] ?? Number.NaN;
  const rise = (trace: Trace, from: number, to: number) => Math.log(at(trace, to)) - Math.log(at(trace, from));
  return {
    after(layer) {
      nonNegativeInteger('layer', layer);
      const after = quantity<Trace>(`${name} after layer ${layer}`, (trace) => at(trace, layer));
      return { ...after, over: { of: name, from: layer, to: layer, ln: false } };
    },
    over(from, to) {
      inOrder(from, to);
      const layers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
      const averaged = quantity<Trace>(`${name} averaged over layers ${from} to ${to}`, (trace) =>
        mean(layers.map((layer) => at(trace, layer))),
      );
      return { ...averaged, over: { of: name, from, to, ln: false } };
    },
    growth(from, to) {
      inOrder(from, to);
      return quantity(`growth of the ${name} a layer, layers ${from} to ${to}`, (trace) =>
        Math.exp(rise(trace, from, to) / (to - from)),
      );
    },
    bend(from, to) {
      inOrder(from, to);
      if (to - from < 2) throw new ParameterError('to', 'two layers or more after from', [from, to]);
      const middle = Math.floor((from + to) / 2);
      return quantity(
        `bend of ln ${name} over layers ${from} to ${to}`,
        (trace) => rise(trace, from, middle) / (middle - from) - rise(trace, middle, to) / (to - middle),
      );
    },
    exponent(from, to) {
      inOrder(from, to);
      const lnDepth = Math.log((to + 1) / (from + 1));
      return quantity(`exponent of the ${name} in depth, layers ${from} to ${to}`, (trace) => rise(trace, from, to) / lnDepth);
    },
  };
}

function inOrder(from: number, to: number): void {
  nonNegativeInteger('from', from);
  nonNegativeInteger('to', to);
  if (to <= from) throw new ParameterError('to', 'a layer after from', [from, to]);
}

/** The pooled std of the signal after the activation, as the notebook prints it. */
export const std: Layerwise = layerwise('std', (trace) => trace.std);

/** q, the pooled second moment of the signal after the activation. */
export const secondMoment: Layerwise = layerwise('q', (trace) => trace.secondMoment);

/** r̄, the mean over the layers of q_l/q_{l−1}, pooled over the batch; the first divides by the input's q. */
export const meanRatio: Quantity<Trace> = quantity('q_l/q_{l−1} averaged over the layers', ({ input, secondMoment: q }) =>
  mean(Array.from(q, (value, layer) => value / (layer === 0 ? input.secondMoment : q[layer - 1]))),
);

/**
 * q_l/q_{l−1} of row 0 alone, one value a layer: within one row of a Gaussian linear or ReLU network the layers' ratios are
 * exactly independent, although the row's entries are not.
 */
export const rowRatios: Quantities<Trace> = {
  name: 'q_l/q_{l−1} of one row',
  readAll: ({ input, rowSecondMoment: q }) =>
    Array.from(q, (value, layer) => value / (layer === 0 ? input.rowSecondMoment : q[layer - 1])),
};

/** The variance of ln(q_l/q_{l−1}) of row 0 over the layers of one network. */
export const rowRatioSpread: Quantity<Trace> = quantity('variance over the layers of ln q_l/q_{l−1} of one row', (trace) =>
  sampleVariance(rowRatios.readAll(trace).map(Math.log)),
);

/** Index of the first layer whose std is not finite; ∞ where every layer's is. */
export const firstNonFinite: Quantity<Trace> = quantity(
  'first layer with a non-finite std',
  (trace) => trace.firstNonFinite ?? Infinity,
);

/** How many layers a realisation ran before it stopped. */
export const layersRun: Quantity<Trace> = quantity('layers run', (trace) => trace.std.length);
