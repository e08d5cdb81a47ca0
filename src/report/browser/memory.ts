/** What a reader chose before, on this page or on another one of gainsay's; null where nothing is remembered. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`gainsay-${name}`);
  } catch {
    // A browser may refuse storage to a page from a file: then each visit is the first.
    return null;
  }
}

/** Keeps a choice for the next visit, where the browser lets it. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`gainsay-${name}`, value);
  } catch {
    // As above: the choice holds for this visit.
  }
}
