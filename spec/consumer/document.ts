import { readFileSync } from 'node:fs';

/** The files that a document shows whole: a line that is a name in backticks and a colon, and a fenced block below it. */
export function filesOf(document: string): Map<string, string> {
  const text = readFileSync(new URL(`../../${document}`, import.meta.url), 'utf8');
  const shown = text.matchAll(/^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$/gms);
  return new Map(Array.from(shown, ([, path, contents]) => [path, contents]));
}
