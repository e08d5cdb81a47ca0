import { type Architecture, type Layer, mapLayers } from '../architecture/index.ts';
import { type Initializer, normal, truncNormal, uniform } from '../init/index.ts';
import { finite, positive } from '../parameter.ts';
import type { TraceOf } from './population.ts';
import type { Statement } from './statement.ts';
import { type Text, textOf } from './text.ts';

/** What makes a right subject wrong. A claim put to the defective subject must be refuted: that is its control. */
export interface Defect<S> {
  readonly name: string | Text;
  /** The mistake that people make which it stands for. */
  readonly stands?: Text;
  readonly apply: (subject: S) => S;
  /** The one statement of the claim that it is held against; all of them, where it is left out. */
  readonly against?: Statement<TraceOf<S>>;
}

/** A defect that leaves a claim's other statements true, held against the one that it makes false. */
export function against<S>(statement: Statement<TraceOf<S>>, defect: Defect<S>): Defect<S> {
  return { ...defect, against: statement };
}

/** Another subject in place of the right one. */
export function instead<S>(name: string | Text, wrong: S, stands?: Text): Defect<S> {
  return { name, apply: () => wrong, ...(stands && { stands }) };
}

/** Another initializer in every layer. */
export function withInit(name: string | Text, init: Initializer, stands?: Text): Defect<Architecture> {
  return inEveryLayer(textOf(name), stands, () => init);
}

/** Weights rescaled to σ_w = std·√fan_in = `gain`: the gain left out (1), guessed, or meant for another activation. */
export function withGain(gain: number): Defect<Architecture> {
  positive('gain', gain);
  const digits = Number(gain.toPrecision(5));
  const stands =
    gain === 1
      ? {
          en: 'The gain left out: weights of variance 1/fan_in, whatever the activation takes away.',
          zh: '漏掉增益：权值方差取 1/fan_in，不管激活函数带走多少。',
        }
      : {
          en: `√fan_in·std = ${digits}: a gain that was guessed, or is meant for another activation.`,
          zh: `√fan_in·std = ${digits}：增益是猜的，或属于别的激活函数。`,
        };
  return inEveryLayer({ en: `gain ${digits}`, zh: `增益 ${digits}` }, stands, (layer) =>
    scaled(layer.init, gain / (stdOf(layer) * Math.sqrt(layer.fanIn))),
  );
}

/** Normal weights cut at two standard deviations and not rescaled, as several frameworks do: 0.774 of the variance is left. */
export const truncatedUncorrected: Defect<Architecture> = inEveryLayer(
  { en: 'cut at ±2σ and not rescaled', zh: '在 ±2σ 处截断而不放大' },
  {
    en: 'A truncated normal law whose std is taken for the normal one’s, as TensorFlow.js’s heNormal does: 0.774 of the variance is left.',
    zh: '把截断正态分布的标准差当成未截断时的标准差，TensorFlow.js 的 heNormal 就是如此：方差只剩 0.774。',
  },
  (layer) => cut(stdOf(layer)),
);

/** The std taken for the bound of a uniform law, U(±std): a third of the variance is left. */
export const stdAsBound: Defect<Architecture> = inEveryLayer(
  { en: 'std used as the bound of a uniform law', zh: '标准差用作均匀分布的边界' },
  {
    en: 'U(±std) drawn where U(±√3·std) was meant: a third of the variance is left.',
    zh: '应为 U(±√3·std)，却用了 U(±std)：方差只剩三分之一。',
  },
  (layer) => uniform({ low: -stdOf(layer), high: stdOf(layer) }),
);

/** The bound of a uniform law taken for a std: three times the variance. */
export const boundAsStd: Defect<Architecture> = inEveryLayer(
  { en: 'bound of the uniform law used as std', zh: '均匀分布的边界用作标准差' },
  {
    en: 'A bound computed for a uniform law, handed to a normal one as its std: three times the variance.',
    zh: '为均匀分布算出的边界，被当作正态分布的标准差：方差成了三倍。',
  },
  (layer) => normal({ std: Math.sqrt(3) * stdOf(layer) }),
);

/** Weights that shrink by `share` from each layer to the next. */
export function shrinkingBy(share: number): Defect<Architecture> {
  finite('share', share);
  const percent = Number((100 * share).toPrecision(4));
  return inEveryLayer(
    { en: `std shrinks by ${percent}% a layer`, zh: `标准差每层减小 ${percent}%` },
    {
      en: 'Weights whose scale depends on where their layer stands: growth is no longer the same in every layer.',
      zh: '权值的尺度随层的位置变化：各层的增长率不再相同。',
    },
    (layer, index) => scaled(layer.init, (1 - share) ** index),
  );
}

/** The seed set anew before every layer: all of them draw the same matrix. */
export const sameSeedEveryLayer: Defect<Architecture> = {
  name: { en: 'seed set anew in every layer: one matrix throughout', zh: '每层重设种子：处处是同一个矩阵' },
  stands: {
    en: 'A seed that is set in each layer’s constructor: all layers draw the same numbers, and are not independent.',
    zh: '在每层的构造函数里设置种子：所有层抽到相同的数，彼此并不独立。',
  },
  apply: (architecture) => mapLayers(architecture, (layer) => ({ ...layer, stream: 0 })),
};

function inEveryLayer(
  name: Text,
  stands: Text | undefined,
  initOf: (layer: Layer, index: number) => Initializer,
): Defect<Architecture> {
  const apply = (architecture: Architecture) =>
    mapLayers(architecture, (layer, index) => ({ ...layer, init: initOf(layer, index) }));
  return { name, apply, ...(stands && { stands }) };
}

const cut = (std: number): Initializer => truncNormal({ std, a: -2 * std, b: 2 * std });

const stdOf = ({ init, fanOut, fanIn }: Layer): number => init.law([fanOut, fanIn]).std;

/** The same draws times a factor. */
function scaled(init: Initializer, factor: number): Initializer {
  return {
    name: `${init.name} × ${Number(factor.toPrecision(4))}`,
    law: (shape) => {
      const law = init.law(shape);
      const { cdf, left = cdf } = law;
      return {
        ...law,
        mean: law.mean * factor,
        std: law.std * factor,
        cdf: (x) => cdf(x / factor),
        left: (x) => left(x / factor),
      };
    },
    draw: (shape, stream, out) => {
      init.draw(shape, stream, out);
      for (let i = 0; i < out.length; i++) out[i] *= factor;
      return out;
    },
  };
}
