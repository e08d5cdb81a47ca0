import { escape } from './escape.ts';
import { Markup } from './markup.ts';

/** The indices of mathematics: `q_l`, `q_{l−1}`, `χ²_K`, `σ̂_w`; but not the underscore of a name, as in `fan_in`. */
const INDEX = /(?<![\p{L}\p{M}_])(\p{L}\p{M}*[²³′]?)_(?:\{([^{}]*)\}|([\p{L}\d]))(?![\p{L}\d_])/gu;

/** A sentence or a formula, with its indices lowered. */
export function typeset(text: string): Markup {
  return new Markup(
    escape(text).replace(INDEX, (_, letter: string, many?: string, one?: string) => `${letter}<sub>${many ?? one ?? ''}</sub>`),
  );
}
