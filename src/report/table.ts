import { EMPTY, type Markup, markup } from './markup.ts';

/** A table; a column of numbers has a `#` before its name. On a narrow screen every row becomes a list, whose cells name their columns. */
export function table(columns: readonly string[], rows: readonly (readonly Markup[])[], caption?: Markup): Markup {
  const headings = columns.map((column) => ({ name: column.replace('#', ''), kind: column.startsWith('#') ? 'num' : 'txt' }));
  const head = headings.map(({ name, kind }) => markup`<th scope="col" class="${kind}">${name}</th>`);
  const cells = (row: readonly Markup[]) =>
    row.map((cell, i) => markup`<td class="${headings[i].kind}" data-label="${headings[i].name}"><div>${cell}</div></td>`);
  const body = rows.map((row) => markup`<tr>${cells(row)}</tr>`);
  return markup`<div class="scroll"><table>${caption ? markup`<caption>${caption}</caption>` : EMPTY}
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody></table></div>`;
}
