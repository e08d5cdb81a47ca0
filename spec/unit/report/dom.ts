import { parseHTML } from 'linkedom';
import type { Markup } from '../../../src/report/markup.ts';

/** As much of a browser's element as the specs ask of. */
export interface Node {
  readonly localName: string;
  readonly textContent: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly nextElementSibling: Node | null;
  readonly previousElementSibling: Node | null;
  querySelector(selector: string): Node | null;
  querySelectorAll(selector: string): Iterable<Node>;
  getAttribute(name: string): string | null;
  remove(): void;
}

/** A page as a browser would read it, in both of its languages. */
export function whole(page: string): Node {
  return (parseHTML(page) as unknown as { document: { documentElement: Node } }).document.documentElement;
}

/** A page as its style shows it to who has chosen a language. */
export function read(page: string, language: 'en' | 'zh' = 'en'): Node {
  const root = whole(page);
  for (const other of root.querySelectorAll(`body [lang="${language === 'en' ? 'zh' : 'en'}"]`)) other.remove();
  return root;
}

/** A part of a page, as its style shows it. */
export function part(markup: Markup, language?: 'en' | 'zh'): Node {
  return read(`<!doctype html><html><body>${markup.html}</body></html>`, language);
}

/** An attribute of each element that matches. */
export function attributes(root: Node, selector: string, name: string): (string | null)[] {
  return [...root.querySelectorAll(selector)].map((node) => node.getAttribute(name));
}

/** What a reader sees of each element that matches. */
export function texts(root: Node, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((node) => node.textContent.replace(/\s+/g, ' ').trim());
}
