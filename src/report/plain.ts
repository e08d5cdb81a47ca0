/**
 * Text as any file may hold it: without a terminal's colours, and without the characters that HTML and XML 1.0 forbid (controls,
 * U+FFFE, U+FFFF); half of a surrogate pair is a replacement character, as it would be in UTF-8.
 */
export function plain(text: string): string {
  return text
    .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}
