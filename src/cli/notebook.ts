import { readFileSync } from 'node:fs';

/** What the notebook printed, as `fixtures/notebook` holds it: the package carries it along. */
export interface Notebook {
  cells: { cell: number; id: string; question: string; std: string[] }[];
  gain: { cell: number; id: string; question: string; gain: string };
}

export function readNotebook(): Notebook {
  return JSON.parse(readFileSync(new URL('../../fixtures/notebook/printed.json', import.meta.url), 'utf8')) as Notebook;
}
