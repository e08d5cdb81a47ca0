/** Words in the languages of the report. */
export interface Text {
  readonly en: string;
  readonly zh?: string;
}

/** Words that may have come in English only. */
export function textOf(words: string | Text): Text {
  return typeof words === 'string' ? { en: words } : words;
}

/** Their Chinese, to stand in a Chinese sentence: in English where nobody translated them. */
export function chinese(words: string | Text): string {
  const { en, zh = en } = textOf(words);
  return zh;
}

/** Words in both languages. The Chinese gets the spaces that print has between its characters and others. */
export function both(en: string, zh: string): Text {
  return { en, zh: zh.replace(SEAM, ' ') };
}

/** Between a Chinese character and a letter, digit or sign of another script. */
const SEAM =
  /(?<=\p{Script=Han})(?=[^\s\p{Script=Han}，。、：；（）《》“”…—])|(?<=[^\s\p{Script=Han}，。、：；（）《》“”…—])(?=\p{Script=Han})/gu;
