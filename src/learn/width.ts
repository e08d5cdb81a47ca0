import stringWidth from 'string-width';

/** How many columns of a terminal a text takes: Chinese characters and their punctuation take two each. */
export const widthOf = (text: string): number => stringWidth(text);

/** Lines of `columns` at most: broken at spaces, and between Chinese characters, but not in front of their punctuation. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(UNBROKEN) ?? []) {
    if (line !== '' && widthOf(line) + widthOf(word.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}

/** A Chinese character with the punctuation behind it, or what stands between two spaces. */
const UNBROKEN = /[\p{Script=Han}“（《][，。、：；）》”]*\s*|[^\s\p{Script=Han}“（《]+[，。、：；）》”]*\s*|\s+/gu;

/** The text with spaces behind it, up to so many columns; cut, where it is wider. */
export function fitted(text: string, columns: number): string {
  let cut = '';
  for (const character of text) {
    if (widthOf(cut + character) > columns) break;
    cut += character;
  }
  return cut + ' '.repeat(Math.max(0, columns - widthOf(cut)));
}
