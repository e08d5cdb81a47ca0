import type { Trace } from '../network/index.ts';
import { positive } from '../parameter.ts';
import { type LayerSpan, spanInWords } from './layer-span.ts';
import { lastStd } from './last-std.ts';
import { median, type Statement } from './statement.ts';
import { both, chinese } from './text.ts';

export interface VanishesOptions {
  /** What the std falls below; 0.1 by default. */
  below?: number;
  /** The first and the last layer that are looked at; all by default. */
  layers?: LayerSpan;
}

/**
 * The signal vanishes: its std after the last layer is below `below`, in half of the networks or more. By default that is where
 * `keepsStd()` no longer holds. Judged by the median, for a std that has been multiplied through many layers is skewed.
 *
 * @throws ParameterError for a limit that is not positive.
 */
export function vanishes({ below = 0.1, layers }: VanishesOptions = {}): Statement<Trace> {
  positive('below', below);
  const span = spanInWords(layers);
  return {
    ...median(lastStd(layers)).below(below),
    words: both(
      `the signal vanishes over ${span.en}: its std falls below ${below}`,
      `信号在${chinese(span)}上消失：标准差降到 ${below} 以下`,
    ),
    aim: null,
  };
}
