import { type Architecture, type Layer, mapLayers } from '../architecture/index.ts';
import { type Initializer, normal, truncNormal, uniform } from '../init/index.ts';
import { finite, positive } from '../parameter.ts';
import type { TraceOf } from './population.ts';
import type { Statement } from './statement.ts';
import type { Text } from './text.ts';

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
export function withInit(name: string, init: Initializer): Defect<Architecture> {
  return inEveryLayer(name, () => init);
}

/** Weights rescaled to σ_w = std·√fan_in = `gain`: the gain left out (1), guessed, or meant for another activation. */
export function withGain(gain: number): Defect<Architecture> {
  positive('gain', gain);
  return inEveryLayer(`gain ${Number(gain.toPrecision(5))}`, (layer) =>
    scaled(layer.init, gain / (stdOf(layer) * Math.sqrt(layer.fanIn))),
  );
}

/** Normal weights cut at two standard deviations and not rescaled, as several frameworks do: 0.774 of the variance is left. */
export const truncatedUncorrected: Defect<Architecture> = inEveryLayer('cut at ±2σ and not rescaled', (layer) =>
  cut(stdOf(layer)),
);

/** The std taken for the bound of a uniform law, U(±std): a third of the variance is left. */
export const stdAsBound: Defect<Architecture> = inEveryLayer('std used as the bound of a uniform law', (layer) =>
  uniform({ low: -stdOf(layer), high: stdOf(layer) }),
);

/** The bound of a uniform law taken for a std: three times the variance. */
export const boundAsStd: Defect<Architecture> = inEveryLayer('bound of the uniform law used as std', (layer) =>
  normal({ std: Math.sqrt(3) * stdOf(layer) }),
);

/** Weights that shrink by `share` from each layer to the next. */
export function shrinkingBy(share: number): Defect<Architecture> {
  finite('share', share);
  return inEveryLayer(`std shrinks by ${Number((100 * share).toPrecision(4))}% a layer`, (layer, index) =>
    scaled(layer.init, (1 - share) ** index),
  );
}

/** The seed set anew before every layer: all of them draw the same matrix. */
export const sameSeedEveryLayer: Defect<Architecture> = {
  name: 'seed set anew in every layer: one matrix throughout',
  apply: (architecture) => mapLayers(architecture, (layer) => ({ ...layer, stream: 0 })),
};

function inEveryLayer(name: string, initOf: (layer: Layer, index: number) => Initializer): Defect<Architecture> {
  return { name, apply: (architecture) => mapLayers(architecture, (layer, index) => ({ ...layer, init: initOf(layer, index) })) };
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
