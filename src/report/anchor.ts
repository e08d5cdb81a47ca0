/** A claim's id as the name of a place on the page: no white space, nothing that a link would have to encode. */
export function anchor(id: string): string {
  return `claim/${id.replace(/[^\p{L}\p{N}/._-]+/gu, '-')}`;
}
