import { readFileSync } from 'node:fs';

/** The text of a document, by its path from the repository's root. */
export const textOf = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The fenced blocks of a language. */
export const blocksOf = (text: string, language: string): string[] =>
  Array.from(text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms')), ([, block]) => block);

/** What stands in backticks in a line and can be typed as it is. */
export const inlineCommandsOf = (text: string): string[] =>
  Array.from(text.matchAll(/(?<!`)`(npx gainsay[^`\n]*)`/g), ([, command]) => command);

/** The files that a text shows whole: a line that is a name in backticks and a colon, and a fenced block below it. */
export function filesOf(text: string): Record<string, string> {
  const shown = text.matchAll(/^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$/gms);
  return Object.fromEntries(Array.from(shown, ([, path, contents]) => [path, contents]));
}
