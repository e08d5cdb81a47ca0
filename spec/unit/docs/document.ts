import { readFileSync } from 'node:fs';

/** The text of a document, by its path from the repository's root. */
export const textOf = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The fenced blocks of a language. */
export const blocksOf = (text: string, language: string): string[] =>
  Array.from(text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms')), ([, block]) => block);

/** What stands in backticks in a line and can be typed as it is. */
export const inlineCommandsOf = (text: string): string[] =>
  Array.from(text.matchAll(/(?<!`)`(npx gainsay[^`\n]*)`/g), ([, command]) => command);
