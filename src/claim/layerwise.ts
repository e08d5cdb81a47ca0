import { mean } from 'simple-statistics';
import type { Probe, Signals, Trace } from '../network/index.ts';
import { nonNegativeInteger, ParameterError } from '../parameter.ts';
import { type Quantity, quantity } from './quantity.ts';

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

function layerwise(name: string, values: (trace: Trace) => Float64Array | undefined, needs: readonly Probe[] = []): Layerwise {
  const at = (trace: Trace, layer: number) => values(trace)?.[layer] ?? Number.NaN;
  const rise = (trace: Trace, from: number, to: number) => Math.log(at(trace, to)) - Math.log(at(trace, from));
  return {
    after(layer) {
      nonNegativeInteger('layer', layer);
      const after = quantity<Trace>(`${name} after layer ${layer}`, (trace) => at(trace, layer), needs);
      return { ...after, over: { of: name, from: layer, to: layer, ln: false } };
    },
    over(from, to) {
      inOrder(from, to);
      const layers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
      const averaged = quantity<Trace>(
        `${name} averaged over layers ${from} to ${to}`,
        (trace) => mean(layers.map((layer) => at(trace, layer))),
        needs,
      );
      return { ...averaged, over: { of: name, from, to, ln: false } };
    },
    growth(from, to) {
      inOrder(from, to);
      return quantity(
        `growth of the ${name} a layer, layers ${from} to ${to}`,
        (trace) => Math.exp(rise(trace, from, to) / (to - from)),
        needs,
      );
    },
    bend(from, to) {
      inOrder(from, to);
      if (to - from < 2) throw new ParameterError('to', 'two layers or more after from', [from, to]);
      const middle = Math.floor((from + to) / 2);
      return quantity(
        `bend of ln ${name} over layers ${from} to ${to}`,
        (trace) => rise(trace, from, middle) / (middle - from) - rise(trace, middle, to) / (to - middle),
        needs,
      );
    },
    exponent(from, to) {
      inOrder(from, to);
      const lnDepth = Math.log((to + 1) / (from + 1));
      return quantity(
        `exponent of the ${name} in depth, layers ${from} to ${to}`,
        (trace) => rise(trace, from, to) / lnDepth,
        needs,
      );
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

/** The pooled mean of the signal after the activation. */
export const average: Layerwise = layerwise('mean', (trace) => trace.mean);

/** q, the pooled second moment of the signal after the activation. */
export const secondMoment: Layerwise = layerwise('q', (trace) => trace.secondMoment);

/** ⟨h_a, h_b⟩/n after the activation, averaged over the pairs of inputs. */
export const covariance: Layerwise = layerwise('⟨h_a, h_b⟩/n', (trace) => trace.covariance);

/** The cosine of h_a and h_b after the activation, averaged over the pairs of inputs. */
export const cosine: Layerwise = layerwise('cosine', (trace) => trace.cosine);

/** What can be read off a signal. */
export type Beside = Record<'std' | 'secondMoment' | 'covariance' | 'cosine', Layerwise>;

/** A signal beside the activations, which a trace shows only where it is asked for. */
function beside(probe: Probe, words: string, signals: (trace: Trace) => Signals | undefined): Beside {
  const column = (name: string, of: keyof Omit<Signals, 'rowSecondMoments'>) =>
    layerwise(`${name} of ${words}`, (trace) => signals(trace)?.[of], [probe]);
  return {
    std: column('std', 'std'),
    secondMoment: column('q', 'secondMoment'),
    covariance: column('pairwise product', 'covariance'),
    cosine: column('cosine', 'cosine'),
  };
}

/** Of z = W x + b. */
export const preActivation: Beside = beside('preActivation', 'the pre-activations', (trace) => trace.preActivation);

/** Of φ′(z): its second moment is E[φ′²], its covariance E[φ′(z_a)φ′(z_b)]. */
export const derivative: Beside = beside('derivative', 'φ′(z)', (trace) => trace.derivative);

/** Of the gradient with respect to h_l, for a random gradient of N(0, 1) numbers at the output. */
export const gradient: Beside = beside('gradient', 'the gradient', (trace) => trace.gradient);
