/** An element that the page was written with. Page and script are made together: one that is missing is a mistake of ours. */
export function element<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${selector}`);
}
