/** What stands below the n-th `## ` of a document, counted from 0; empty where there is none. */
export function section(markdown: string, n: number): string {
  return (sections(markdown)[n] ?? '').replace(/^.*\n/, '').trim();
}

/** What stands in front of the n-th `## `: a README without what it tells at the end. */
export function before(markdown: string, n: number): string {
  return [markdown.split(/^## /m)[0], ...sections(markdown).slice(0, n)].join('## ').trimEnd() + '\n';
}

export const sections = (markdown: string): string[] => markdown.split(/^## /m).slice(1);

/** A paragraph's lines as one: a terminal breaks them by its own width. */
export function paragraphs(markdown: string): string[] {
  return markdown.split(/\n{2,}/).map((paragraph) => (paragraph.startsWith('    ') ? paragraph : joined(paragraph)));
}

/** Between Chinese characters a line's end is nothing, elsewhere it is a space. */
const joined = (paragraph: string): string =>
  paragraph
    .replaceAll(/(?<=[\p{Script=Han}，。、：；（）《》“”])\n|\n(?=[\p{Script=Han}，。、：；（）《》“”])/gu, '')
    .replaceAll('\n', ' ');
