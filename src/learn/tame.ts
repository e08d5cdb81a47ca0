import { printable } from '../checkpoint/index.ts';

/** What a learner's code says, as it may stand in a sentence: in one line, without what a terminal obeys, and cut where it never ends. */
export function tame(text: string, most = 300): string {
  const line = text
    .slice(0, 2 * most)
    .replaceAll(/\s*[\r\n]\s*/g, ' ')
    .replaceAll('\t', ' ')
    .trim();
  return cut(printable(line), most);
}

/** A line of a learner's, its columns where they were. */
export const tameLine = (line: string, most = 200): string => cut(printable(line.slice(0, most + 1).replaceAll('\t', ' ')), most);

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);
