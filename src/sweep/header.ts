import type { BackendName, Sampler } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import type { Grid } from './grid.ts';
import type { Shard } from './shard.ts';

/** Of a results file, versioned: a header, then one record a cell, in the order of the cells. */
export const SWEEP_SCHEMA = 'gainsay/sweep/1';

/** The first line of a results file: all that its records depend on. */
export interface SweepHeader {
  readonly schema: typeof SWEEP_SCHEMA;
  /** gainsay's: another version may draw other numbers. */
  readonly version: string;
  readonly seed: string;
  readonly sampler: Sampler;
  /** What computed the networks whose weights were drawn; null where there are none. */
  readonly backend: { readonly name: BackendName; readonly version: string } | null;
  readonly cells: number;
  readonly grid: Grid;
  /** Left out of a whole file. */
  readonly shard?: Shard | undefined;
}

const KEYS = ['schema', 'version', 'seed', 'sampler', 'backend'] as const satisfies (keyof SweepHeader)[];

/** A header as its line. */
export function headerLine(header: SweepHeader): string {
  return `${JSON.stringify(header)}\n`;
}

/**
 * The header that a line holds.
 *
 * @throws ParameterError for what is none, or one of another schema.
 */
export function headerOf(file: string, line: string): SweepHeader {
  const header = parsed(line) as Partial<SweepHeader> | null | undefined;
  if (header?.schema !== SWEEP_SCHEMA || typeof header.grid !== 'object')
    throw new ParameterError(file, `a results file of a sweep (${SWEEP_SCHEMA})`, line.slice(0, 60));
  return header as SweepHeader;
}

/** Refuses a header that is not `wanted`, by the first thing that differs; shards are compared where `shards` says so. */
export function same(file: string, found: SweepHeader, wanted: SweepHeader, advice: string, shards: boolean): void {
  const refuse = (what: string, own: unknown, other: unknown) => {
    const [a, b] = [JSON.stringify(own), JSON.stringify(other)];
    if (a !== b) throw new ParameterError(file, `of the ${what} ${a ?? 'none'}${advice}`, other);
  };
  for (const key of KEYS) refuse(key, wanted[key], found[key]);
  for (const axis of Object.keys(wanted.grid) as (keyof Grid)[]) refuse(axis, wanted.grid[axis], found.grid[axis]);
  if (shards) refuse('shard', wanted.shard, found.shard);
}

/** A line's JSON; undefined where it has none. */
export function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
