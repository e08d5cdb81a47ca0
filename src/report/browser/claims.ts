import { element } from './element.ts';

/** A claim on the page: its row of the table, and its card below. */
export interface Claim {
  readonly row: HTMLTableRowElement;
  readonly card: HTMLElement;
  /** What a filter looks at: id, sentences, subject and source in both languages, in lower case. */
  readonly words: string;
}

const body = element('#forest tbody', HTMLTableSectionElement);

/** All claims, in the order in which the page shows them. */
export const claims: Claim[] = [...body.rows].map((row) => {
  const card = element(`article[data-id="${CSS.escape(row.dataset['id'] ?? '')}"]`, HTMLElement);
  const parts = [row.cells[1], ...card.querySelectorAll('h2, .about dd')];
  return {
    row,
    card,
    words: parts
      .map((part) => part?.textContent ?? '')
      .join(' ')
      .toLowerCase(),
  };
});

/** Those that no filter hides. */
export function shownClaims(): Claim[] {
  return claims.filter(({ card }) => !card.hidden);
}

/** Shows table and cards in another order; what is alike stays as it was. */
export function sortClaims(compare: (one: Claim, other: Claim) => number): void {
  claims.sort(compare);
  body.append(...claims.map(({ row }) => row));
  // The cards are the last of what holds them.
  claims[0]?.card.parentElement?.append(...claims.map(({ card }) => card));
}
