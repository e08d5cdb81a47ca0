import { CheckpointError } from './checkpoint-error.ts';

/** Bytes of JSON, at most: a header of a hundred thousand tensors has 10 MB, and 16 MB of what takes most memory (empty objects) some 400. */
export const LARGEST_JSON: number = 2 ** 24;

/** Nesting beyond this is no header's; each level takes memory before JSON.parse can say no. */
const DEEPEST = 64;

/**
 * What a JSON text in a file says.
 *
 * @throws CheckpointError for what is no UTF-8, no JSON, no object, or nested too deeply.
 */
export function jsonObject(bytes: Uint8Array, what: string): { readonly text: string; readonly object: Record<string, unknown> } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CheckpointError(`${what} is no UTF-8`);
  }
  if (depthOf(text) > DEEPEST) throw new CheckpointError(`${what} is nested more than ${DEEPEST} deep`);
  let object: unknown;
  try {
    object = JSON.parse(text);
  } catch {
    throw new CheckpointError(`${what} is no JSON`);
  }
  if (!isObject(object)) throw new CheckpointError(`${what} is no object`);
  return { text, object };
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENS = new Set([0x5b, 0x7b]);
const CLOSES = new Set([0x5d, 0x7d]);

function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (OPENS.has(code)) deepest = Math.max(deepest, ++depth);
    else if (CLOSES.has(code)) depth--;
  }
  return deepest;
}
