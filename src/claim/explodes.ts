import type { Trace } from '../network/index.ts';
import { positive } from '../parameter.ts';
import { type LayerSpan, spanInWords } from './layer-span.ts';
import { lastStd } from './last-std.ts';
import { median, type Statement } from './statement.ts';
import { both, chinese } from './text.ts';

export interface ExplodesOptions {
  /** What the std rises above; 10 by default. */
  above?: number;
  /** The first and the last layer that are looked at; all by default. */
  layers?: LayerSpan;
}

/**
 * The signal explodes: its std after the last layer is above `above`, or it is no longer a number there, in half of the networks or more.
 * By default that is where `keepsStd()` no longer holds. Judged by the median, for a std that has been multiplied through many layers is
 * skewed.
 *
 * @throws ParameterError for a limit that is not positive.
 */
export function explodes({ above = 10, layers }: ExplodesOptions = {}): Statement<Trace> {
  positive('above', above);
  const span = spanInWords(layers);
  return {
    ...median(lastStd(layers)).above(above),
    words: both(
      `the signal explodes over ${span.en}: its std rises above ${above}`,
      `信号在${chinese(span)}上爆炸：标准差升到 ${above} 以上`,
    ),
    aim: null,
  };
}
