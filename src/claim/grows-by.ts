import type { Trace } from '../network/index.ts';
import { positive } from '../parameter.ts';
import { factorAbove } from './factor-above.ts';
import { type LayerSpan, pointsIn, spanInWords } from './layer-span.ts';
import { quantity } from './quantity.ts';
import { mean, type Statement } from './statement.ts';
import { both, chinese } from './text.ts';

export interface GrowsByOptions {
  /** How near to the factor the growth is, as a factor itself; 1.05 by default. */
  within?: number;
  /** The first and the last layer of the growth; the first and the last of all by default. */
  layers?: LayerSpan;
}

/**
 * The std grows by this factor a layer (below 1: it shrinks), from the first layer to the last, or to where it is no longer a number.
 *
 * Judged is the geometric mean of the factors by which it grows from one layer to the next, by its mean over networks. It is near 1 up to
 * a spread of √(5/(4nL)), ReLU's in L layers of n units, whose skewness is three times that. The default leaves room for the drift of ln std, at
 * most 5/(4n) a layer, down to 26 units, and for none of the usual mistakes: weights that are cut at two standard deviations lose 12%.
 *
 * @example
 * await expect(network).toUphold(growsBy(16)); // N(0, 1) weights, 256 units, no activation
 *
 * @throws ParameterError for a factor that is not positive, and a `within` that is not above 1.
 */
export function growsBy(factor: number, { within = 1.05, layers }: GrowsByOptions = {}): Statement<Trace> {
  positive('factor', factor);
  factorAbove('within', within);
  const span = spanInWords(layers);
  const name = both(`growth of the std a layer, over ${span.en}`, `标准差在${chinese(span)}上每层增长的倍数`);
  return {
    ...mean(quantity<Trace>(name, (trace) => growth(trace, pointsIn(trace, layers)))).within(factor / within, factor * within),
    words: both(
      `the std grows ${factor}-fold a layer, within a factor of ${within}, over ${span.en}`,
      `标准差在${chinese(span)}上每层增长 ${factor} 倍，误差不超过 ${within} 倍`,
    ),
    aim: { keeps: 'growth', factor },
  };
}

/** 0 where the signal died, ∞ where it stopped before it could grow. */
function growth({ std, firstNonFinite }: Trace, points: readonly number[]): number {
  const reached = points.filter((layer) => layer < (firstNonFinite ?? Infinity));
  if (reached.length < 2) return firstNonFinite === null ? Number.NaN : Infinity;
  const [first, last] = [reached[0], reached[reached.length - 1]];
  return Math.exp(Math.log(std[last] / std[first]) / (reached.length - 1));
}
