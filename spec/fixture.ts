import { readFileSync } from 'node:fs';

/** A fixture by its path under `fixtures/`; the PROVENANCE.md beside it says what made it. */
export function fixture<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')) as T;
}

interface Notebook {
  cells: { cell: number; id: string; question: string; std: string[] }[];
  gain: { cell: number; question: string; gain: string; tanhGain: string };
}

export const notebook: Notebook = fixture('notebook/printed.json');

/** What a cell of the notebook printed, one std a layer, and the question above it. */
export function cell(number: number): { printed: number[]; source: string } {
  const found = notebook.cells.find((each) => each.cell === number);
  if (!found) throw new RangeError(`the notebook has no network in cell ${number}`);
  return { printed: found.std.map(Number), source: `notebook, In [${number}]: ${found.question}` };
}
