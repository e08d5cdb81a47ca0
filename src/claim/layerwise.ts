import { mean } from 'simple-statistics';
import type { Probe, Signals, Trace } from '../network/index.ts';
import { nonNegativeInteger, ParameterError } from '../parameter.ts';
import { layerNamed } from './layer-named.ts';
import { type Quantity, quantity } from './quantity.ts';
import { both, chinese, type Text } from './text.ts';

/** What can be read off a sequence that has one value a layer. */
export interface Layerwise {
  /** The value after layer `layer`: by index, or by a model's name for it. */
  after(layer: number | string): Quantity<Trace>;
  /** The mean of the values after layers `from` … `to`, both included. */
  over(from: number, to: number): Quantity<Trace>;
  /** The factor by which the value grows a layer, from layer `from` to layer `to`: its geometric mean. */
  growth(from: number, to: number): Quantity<Trace>;
  /** Growth of ln value a layer in the first half minus that in the second: 0 where ln value is a straight line of the layer. */
  bend(from: number, to: number): Quantity<Trace>;
  /** Slope of ln value against ln(layer + 1) between two layers: the exponent of a power law of depth. */
  exponent(from: number, to: number): Quantity<Trace>;
}

function layerwise(words: Text, values: (trace: Trace) => Float64Array | undefined, needs: readonly Probe[] = []): Layerwise {
  const name = words.en;
  const zh = chinese(words);
  const at = (trace: Trace, layer: number) => values(trace)?.[layer] ?? Number.NaN;
  const rise = (trace: Trace, from: number, to: number) => Math.log(at(trace, to)) - Math.log(at(trace, from));
  return {
    after(layer) {
      if (typeof layer === 'number') nonNegativeInteger('layer', layer);
      const after = quantity<Trace>(
        both(`${name} after layer ${layer}`, `第 ${layer} 层之后的${zh}`),
        (trace) => at(trace, typeof layer === 'number' ? layer : layerNamed(layer, trace)),
        needs,
      );
      return typeof layer === 'string' ? after : { ...after, over: { of: name, from: layer, to: layer, ln: false } };
    },
    over(from, to) {
      inOrder(from, to);
      const layers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
      const averaged = quantity<Trace>(
        both(`${name} averaged over layers ${from} to ${to}`, `${zh}在第 ${from} 至 ${to} 层上的平均值`),
        (trace) => mean(layers.map((layer) => at(trace, layer))),
        needs,
      );
      return { ...averaged, over: { of: name, from, to, ln: false } };
    },
    growth(from, to) {
      inOrder(from, to);
      return quantity(
        both(`growth of the ${name} a layer, layers ${from} to ${to}`, `${zh}从第 ${from} 层到第 ${to} 层每层增长的倍数`),
        (trace) => Math.exp(rise(trace, from, to) / (to - from)),
        needs,
      );
    },
    bend(from, to) {
      inOrder(from, to);
      if (to - from < 2) throw new ParameterError('to', 'two layers or more after from', [from, to]);
      const middle = Math.floor((from + to) / 2);
      return quantity(
        both(`bend of ln ${name} over layers ${from} to ${to}`, `${zh}的对数在第 ${from} 至 ${to} 层间的弯曲程度`),
        (trace) => rise(trace, from, middle) / (middle - from) - rise(trace, middle, to) / (to - middle),
        needs,
      );
    },
    exponent(from, to) {
      inOrder(from, to);
      const lnDepth = Math.log((to + 1) / (from + 1));
      return quantity(
        both(`exponent of the ${name} in depth, layers ${from} to ${to}`, `${zh}随深度变化的幂指数（第 ${from} 至 ${to} 层）`),
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

const STD = both('std', '标准差');
const Q = both('q', 'q');
const COSINE = both('cosine', '余弦');

/** The pooled std of the signal after the activation, as the notebook prints it. */
export const std: Layerwise = layerwise(STD, (trace) => trace.std);

/** The pooled mean of the signal after the activation. */
export const average: Layerwise = layerwise(both('mean', '均值'), (trace) => trace.mean);

/** q, the pooled second moment of the signal after the activation. */
export const secondMoment: Layerwise = layerwise(Q, (trace) => trace.secondMoment);

/** ⟨h_a, h_b⟩/n after the activation, averaged over the pairs of inputs. */
export const covariance: Layerwise = layerwise(both('⟨h_a, h_b⟩/n', '⟨h_a, h_b⟩/n'), (trace) => trace.covariance);

/** The cosine of h_a and h_b after the activation, averaged over the pairs of inputs. */
export const cosine: Layerwise = layerwise(COSINE, (trace) => trace.cosine);

/** What can be read off a signal. */
export type Beside = Record<'std' | 'secondMoment' | 'covariance' | 'cosine', Layerwise>;

/** A signal beside the activations, which a trace shows only where it is asked for. */
function beside(probe: Probe, words: Text, signals: (trace: Trace) => Signals | undefined): Beside {
  const column = (name: Text, of: keyof Omit<Signals, 'rowSecondMoments'>) =>
    layerwise(both(`${name.en} of ${words.en}`, `${chinese(words)}的${chinese(name)}`), (trace) => signals(trace)?.[of], [probe]);
  return {
    std: column(STD, 'std'),
    secondMoment: column(Q, 'secondMoment'),
    covariance: column(both('pairwise product', '两两之积'), 'covariance'),
    cosine: column(COSINE, 'cosine'),
  };
}

/** Of z = W x + b. */
export const preActivation: Beside = beside(
  'preActivation',
  both('the pre-activations', '预激活'),
  (trace) => trace.preActivation,
);

/** Of φ′(z): its second moment is E[φ′²], its covariance E[φ′(z_a)φ′(z_b)]. */
export const derivative: Beside = beside('derivative', both('φ′(z)', 'φ′(z)'), (trace) => trace.derivative);

/** Of the gradient with respect to h_l, for a random gradient of N(0, 1) numbers at the output. */
export const gradient: Beside = beside('gradient', both('the gradient', '梯度'), (trace) => trace.gradient);
