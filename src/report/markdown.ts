import { plain } from './plain.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as GitHub's Markdown, standing for itself within a line of prose or a table's cell. */
export function markdown(text: string): string {
  return (
    plain(text)
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_[\]|~!]/g, '\\$&')
      .replace(/[&<>]/g, (character) => ENTITIES[character])
      // Formulas begin with one, and no escape keeps GitHub from it but this, which its manual names.
      .replace(/\$/g, '<span>$</span>')
  );
}

/** Lines of text as a block of code, within a fence that is longer than any in it. */
export function codeBlock(text: string): string {
  const code = plain(text);
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${code}\n${fence}`;
}
