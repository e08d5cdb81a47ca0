/** Words in the languages of the report. */
export interface Text {
  readonly en: string;
  readonly zh?: string;
}

/** Words that may have come in English only. */
export function textOf(words: string | Text): Text {
  return typeof words === 'string' ? { en: words } : words;
}
