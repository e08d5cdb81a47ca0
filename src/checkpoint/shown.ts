/** Characters that a terminal, or a reader's eye, takes for something else than text. */
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text from a file, with nothing hidden in it. */
export const printable = (text: string): string => text.replace(HIDDEN, escaped);

/** Anything from a file, as it may stand in a message: as JSON, nothing hidden, cut. */
export function shown(value: unknown): string {
  const text = (typeof value === 'string' ? JSON.stringify(value.slice(0, 70)) : JSON.stringify(value)) ?? 'nothing';
  return printable(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
