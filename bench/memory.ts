import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BackendName, Engine } from 'gainsay';
import { Python } from './python.ts';
import { BATCH, way } from './rows.ts';
import { spreadOf } from './statistics.ts';
import { label, type Line } from './table.ts';

/** One network in a process of its own. */
export interface Alone {
  readonly on: BackendName | 'law';
  readonly width: number;
  readonly depth: number;
  readonly batch: number;
  readonly backward: boolean;
}

/** Where only one layer is kept, memory does not depend on the depth; for the way back, all layers of PyTorch's are kept. */
export function memories(engines: readonly Engine[]): Alone[] {
  const one = { depth: 10, batch: BATCH };
  return [
    { on: 'law', width: 4096, ...one, backward: false },
    { on: 'law', width: 1024, ...one, depth: 100, backward: true },
    ...engines.map(({ name }) => ({ on: name, width: 1024, ...one, backward: false })),
  ];
}

const AGAINST = 'PyTorch';

const nameOf = ({ on, width, backward }: Alone) => `memory, ${on}, ${way(backward)}, ${width}`;

export const memoryLabel = (alone: Alone): string => label({ name: nameOf(alone), against: AGAINST });

/** The most memory that a process of each side ever had, which did nothing else. */
export async function memoryLine(alone: Alone, command: string): Promise<Line> {
  const name = nameOf(alone);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...process.execArgv, fileURLToPath(new URL('alone.ts', import.meta.url)), JSON.stringify(alone)],
    { maxBuffer: 2 ** 20 },
  );
  const ours = JSON.parse(stdout) as number | null;
  if (ours === null) return { name, unit: 'MB', missing: 'not measured: no /proc' };
  const line = { name, against: AGAINST, unit: 'MB' as const, ours: spreadOf([ours]) };
  const python = new Python(command);
  try {
    const { width, depth, batch, backward } = alone;
    const answer = await python.ask({ what: 'torch network', width, depth, batch, backward });
    if ('missing' in answer) return { ...line, missing: answer.missing };
    const theirs = await python.peak();
    if (theirs === undefined) return { ...line, missing: 'not measured: no /proc' };
    return { ...line, theirs: spreadOf([theirs]), ratio: spreadOf([theirs / ours]) };
  } finally {
    python.end();
  }
}
