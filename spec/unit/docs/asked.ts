import { CommanderError } from 'commander';
import { commands } from '../../../src/cli/program.ts';
import { AXES, cellCount, type Grid, gridOf } from '../../../src/sweep/index.ts';

/** What a command line asks for. */
export interface Asked {
  readonly command: string;
  readonly args: readonly string[];
  readonly flags: Readonly<Record<string, unknown>>;
}

/**
 * Reads `gainsay …` as the program does, and does nothing; help is asked of no command.
 *
 * @throws CommanderError for what its commands do not take.
 */
export function asked([program, ...args]: readonly string[]): Asked {
  if (program !== 'gainsay') throw new RangeError(`a command line must be of gainsay; got ${program}`);
  let result: Asked = { command: 'help', args: [], flags: {} };
  const all = commands(() => {});
  const silent = { writeOut: () => {}, writeErr: () => {} };
  all.configureOutput(silent);
  for (const one of all.commands) {
    one.configureOutput(silent).action(() => {
      result = { command: one.name(), args: one.args, flags: one.opts() };
    });
  }
  try {
    all.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError && error.exitCode === 0)) throw error;
  }
  return result;
}

/** The grid that a sweep's flags ask for. */
export function gridAsked({ flags }: Asked): Grid {
  const axes = [...AXES, 'networks'].filter((axis) => flags[axis] !== undefined);
  return gridOf(Object.fromEntries(axes.map((axis) => [axis, flags[axis]])));
}

/** How many cells are in it. */
export const cellsAsked = (line: Asked): number => cellCount(gridAsked(line));
