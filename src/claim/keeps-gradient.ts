import type { Trace } from '../network/index.ts';
import { factorAbove } from './factor-above.ts';
import { type LayerSpan, spanInWords } from './layer-span.ts';
import { median, type Statement } from './statement.ts';
import { everyPoint, farthest, strays } from './strays.ts';
import { both, chinese } from './text.ts';

export interface KeepsGradientOptions {
  /** The factor by which the gradient's std may differ from what it is at the last of the layers; 10 by default. */
  within?: number;
  /** The first and the last layer that are looked at; all by default. */
  layers?: LayerSpan;
}

/**
 * The gradient keeps its std on its way back: in no layer does it differ from the one at the last layer by more than the factor `within`, in
 * half of the networks or more. It is the gradient with respect to the layers' outputs, of Σ ⟨g, output⟩ for random g.
 *
 * Judged is the largest such factor by its median over networks; see `keepsStd`, whose default this is too. Steady and right are not
 * one: tanh under Xavier's law with gain 5/3 keeps its std, and its gradient grows 10,000-fold over 100 layers.
 *
 * @throws ParameterError for a factor that is not above 1.
 */
export function keepsGradient({ within = 10, layers }: KeepsGradientOptions = {}): Statement<Trace> {
  factorAbove('within', within);
  const course = {
    points: everyPoint(layers),
    values: ({ gradient }: Trace) => gradient?.std,
    near: (values: Float64Array, points: readonly number[]) => values[points.at(-1) ?? 0],
  };
  const span = spanInWords(layers);
  const name = both(
    `largest factor between the gradient's std and that at the last layer, over ${span.en}`,
    `梯度标准差与最后一层之间在${chinese(span)}上的最大倍数`,
  );
  return {
    ...median(strays(name, course, ['gradient'])).within(1, within),
    words: both(
      `the gradient's std keeps within a factor of ${within} of that at the last layer over ${span.en}`,
      `梯度的标准差在${chinese(span)}上与最后一层相差不超过 ${within} 倍`,
    ),
    layerOf: (trace) => farthest(course, trace).layer,
    aim: { keeps: 'gradient' },
  };
}
