import { EMPTY, type Markup, markup } from './markup.ts';
import { both, type Label } from './words.ts';

/** The name of a column, in one language or in two. One of numbers has a `#` before it. */
export type Column = string | Label;

/** A table. On a narrow screen every row becomes a list, whose cells name their columns. */
export function table(columns: readonly Column[], rows: readonly (readonly Markup[])[], caption?: Markup): Markup {
  const headings = columns.map((column) => {
    const { en, zh } = typeof column === 'string' ? { en: column, zh: column } : column;
    const [name, translated] = [en.replace('#', ''), zh.replace('#', '')];
    return { name, translated, kind: en.startsWith('#') ? 'num' : 'txt' };
  });
  const head = headings.map(
    ({ name, translated, kind }) =>
      markup`<th scope="col" class="${kind}">${name === translated ? name : both(name, translated)}</th>`,
  );
  const cells = (row: readonly Markup[]) =>
    row.map((cell, i) => {
      const { name, translated, kind } = headings[i];
      return markup`<td class="${kind}" data-en="${name}" data-zh="${translated}"><div>${cell}</div></td>`;
    });
  const body = rows.map((row) => markup`<tr>${cells(row)}</tr>`);
  return markup`<div class="scroll"><table>${caption ? markup`<caption>${caption}</caption>` : EMPTY}
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody></table></div>`;
}
