import type { Trace } from '../network/index.ts';
import { positive } from '../parameter.ts';
import { factorAbove } from './factor-above.ts';
import { type LayerSpan, spanInWords } from './layer-span.ts';
import { median, type Statement } from './statement.ts';
import { everyPoint, farthest, strays } from './strays.ts';
import { both, chinese } from './text.ts';

export interface KeepsStdOptions {
  /** The std that the signal should have; 1 by default, the input's. */
  near?: number;
  /** The factor by which it may differ, either way; 10 by default. */
  within?: number;
  /** The first and the last layer that are looked at; all by default. */
  layers?: LayerSpan;
}

/**
 * The signal keeps its std: in no layer is it further from `near` than by the factor `within`, in half of the networks or more.
 *
 * Judged is the largest factor between the std and `near`, exp max_l |ln(s_l/near)|, by its median over networks. It is a maximum, and so
 * skewed; order statistics ask for no law, and 32 networks decide.
 *
 * The default is a factor of 10: a hundred layers of 256 ReLU units under Kaiming's variance, which keep the second moment, have a
 * median std of 0.5 at their end, and half of them stray by a factor of 2.3 (Var ln q = 5/n a layer).
 *
 * @example
 * await expect(network).toUphold(keepsStd({ near: 1, within: 10 }));
 *
 * @throws ParameterError for a std that is not positive, and a factor that is not above 1.
 */
export function keepsStd({ near = 1, within = 10, layers }: KeepsStdOptions = {}): Statement<Trace> {
  positive('near', near);
  factorAbove('within', within);
  const course = { points: everyPoint(layers), values: ({ std }: Trace) => std, near: () => near };
  const span = spanInWords(layers);
  const name = both(
    `largest factor between the std and ${near} over ${span.en}`,
    `标准差与 ${near} 之间在${chinese(span)}上的最大倍数`,
  );
  return {
    ...median(strays(name, course)).within(1, within),
    words: both(
      `the std keeps within a factor of ${within} of ${near} over ${span.en}`,
      `标准差在${chinese(span)}上与 ${near} 相差不超过 ${within} 倍`,
    ),
    layerOf: (trace) => farthest(course, trace).layer,
    aim: { keeps: 'signal', near },
  };
}
