import { parseHTML } from 'linkedom';

/** As much of a browser's element as the specs ask of. */
export interface Node {
  readonly localName: string;
  readonly textContent: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  querySelector(selector: string): Node | null;
  querySelectorAll(selector: string): Iterable<Node>;
  getAttribute(name: string): string | null;
}

/** A page as a browser would read it. */
export function read(page: string): Node {
  return (parseHTML(page) as unknown as { document: { documentElement: Node } }).document.documentElement;
}

/** What a reader sees of each element that matches. */
export function texts(root: Node, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((node) => node.textContent.replace(/\s+/g, ' ').trim());
}
