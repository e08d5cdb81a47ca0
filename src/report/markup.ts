import { escape } from './escape.ts';

/** Text that is HTML already. A class, so that nothing read from JSON can pass for it. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

type Part = string | Markup | readonly Markup[];

/** HTML from a template: every string put into it is escaped, so that forgetting to is not possible. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const put = (part: Part): string => {
    if (typeof part === 'string') return escape(part);
    return part instanceof Markup ? part.html : part.map((one) => one.html).join('\n');
  };
  return new Markup(String.raw({ raw: strings }, ...parts.map(put)));
}

/** Nothing. */
export const EMPTY: Markup = new Markup('');
