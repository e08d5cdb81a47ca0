/** Whether a name is of a pattern, in which `*` stands for any text, also for none. */
export function matches(pattern: string, name: string): boolean {
  const [head, ...parts] = pattern.split('*');
  const tail = parts.pop();
  if (tail === undefined) return name === pattern;
  if (!name.startsWith(head)) return false;
  // Each part where it first fits: what is left then is the most that can be.
  let at = head.length;
  for (const part of parts) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - tail.length >= at && name.endsWith(tail);
}

/** Names that differ in their numbers only have one pattern: `h.*.attn.weight`. */
export const patternOf = (name: string): string => name.replace(/\d+/g, '*');
