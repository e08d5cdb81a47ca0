import type { Seed } from './stream.ts';

/** A seed and a label as one text: escaped as in a JSON pointer (RFC 6901), or seed 1/0 with label x would be seed 1 with label 0/x. */
export function labelled(seed: Seed, label: string): string {
  return `${String(seed).replaceAll('~', '~0').replaceAll('/', '~1')}/${label}`;
}
