import { plain } from './plain.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML or XML, safe in an element and in a quoted attribute; a terminal's colours and what both forbid are dropped. */
export function escape(text: string): string {
  return plain(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
