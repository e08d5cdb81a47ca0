import type { Text } from '../claim/index.ts';
import { Markup, markup } from './markup.ts';
import { typeset } from './typeset.ts';

/** The same in both languages of the page, of which its style shows one; texts have their indices lowered. */
export function both(en: string | Markup, zh: string | Markup): Markup {
  return markup`<span lang=en>${set(en)}</span><span lang=zh>${set(zh)}</span>`;
}

/** Words of the record: in English alone where nobody translated them. */
export function said({ en, zh }: Text): Markup {
  return zh ? both(en, zh) : typeset(en);
}

/** Words for an attribute that only one language fits into: the page's script puts the other one there. */
export interface Label {
  readonly en: string;
  readonly zh: string;
}

/** A text as a label: what was not translated is the same in both. */
export function labelled({ en, zh }: Text): Label {
  return { en, zh: zh ?? en };
}

const set = (words: string | Markup): Markup => (words instanceof Markup ? words : typeset(words));
