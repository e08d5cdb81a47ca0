import type { Trace } from '../network/index.ts';
import { positive } from '../parameter.ts';
import { factorAbove } from './factor-above.ts';
import { type LayerSpan, pointsIn, secondHalf, spanInWords } from './layer-span.ts';
import { median, type Statement } from './statement.ts';
import { farthest, strays } from './strays.ts';
import { both, chinese } from './text.ts';

export interface SettlesNearOptions {
  /** The factor by which the std may differ, either way; 1.1 by default. */
  within?: number;
  /** The first and the last layer that are looked at; the second half of all by default. */
  layers?: LayerSpan;
}

/**
 * The signal settles: in the second half of the layers its std is never further from `value` than by the factor `within`, in half of the
 * networks or more. Judged is the largest such factor, by its median: see `keepsStd`.
 *
 * The default is a tenth: the std of 256 tanh units strays by 2% in fifty layers, and PyTorch's gain of 5/3 sets it 3% above the fixed point
 * of theory's 1.5925.
 *
 * @example
 * await expect(tanhNetwork).toUphold(settlesNear(0.651)); // under Xavier's law with gain 5/3
 *
 * @throws ParameterError for a value that is not positive, and a factor that is not above 1.
 */
export function settlesNear(value: number, { within = 1.1, layers }: SettlesNearOptions = {}): Statement<Trace> {
  positive('value', value);
  factorAbove('within', within);
  const course = {
    points: (trace: Trace) => (layers ? pointsIn(trace, layers) : secondHalf(pointsIn(trace))),
    values: ({ std }: Trace) => std,
    near: () => value,
  };
  const span = spanInWords(layers, both('the second half of the layers', '后一半的层'));
  const name = both(
    `largest factor between the std and ${value} over ${span.en}`,
    `标准差与 ${value} 之间在${chinese(span)}上的最大倍数`,
  );
  return {
    ...median(strays(name, course)).within(1, within),
    words: both(
      `the std settles within a factor of ${within} of ${value} over ${span.en}`,
      `标准差在${chinese(span)}上稳定在 ${value} 附近，相差不超过 ${within} 倍`,
    ),
    layerOf: (trace) => farthest(course, trace).layer,
    aim: { keeps: 'signal', near: value },
  };
}
