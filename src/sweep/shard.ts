import { ParameterError } from '../parameter.ts';

/** The i-th of k shares of a sweep, 1 ≤ i ≤ k. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** `2/8` as a shard. */
export function shardOf(text: string): Shard {
  const [part, of] = /^(\d+)\/(\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
  if (!(part >= 1 && part <= of && Number.isSafeInteger(of)))
    throw new ParameterError('--shard', 'i/k with 1 ≤ i ≤ k, such as 2/8', text);
  return { part, of };
}

/** The indices of a shard's cells, every k-th: neighbours cost about the same, and so do shares. */
export function indicesOf(cells: number, { part, of }: Shard = { part: 1, of: 1 }): number[] {
  const indices: number[] = [];
  for (let index = part - 1; index < cells; index += of) indices.push(index);
  return indices;
}
