import { parseArgs } from 'node:util';
import { ParameterError } from 'gainsay';

export const HELP = `npm run bench -- [flags]

Times what gainsay does beside PyTorch and NumPy, in rounds that take turns, so that a busy machine harms both sides; prints a
table, and writes bench.json. A ratio is their time over ours.

  --rounds <n>        rounds, of which the median counts (5)
  --only <text>       only lines whose name contains it; written to bench.partial.json
  --skip-verify       leave out the whole runs of gainsay verify
  --python <command>  the Python that has PyTorch and NumPy (python3)
  --out <folder>      where bench.json goes (reports)
  --json              print the result as JSON, and no table
  --help              this
`;

export interface Flags {
  readonly rounds: number;
  readonly only: string;
  readonly skipVerify: boolean;
  readonly python: string;
  readonly out: string;
  readonly json: boolean;
  readonly help: boolean;
}

/** @throws ParameterError for rounds that are not a positive integer; TypeError, by Node, for a flag that there is not. */
export function flagsFrom(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
      'skip-verify': { type: 'boolean', default: false },
      python: { type: 'string', default: 'python3' },
      out: { type: 'string', default: 'reports' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { rounds: asked, 'skip-verify': skipVerify, ...rest } = values;
  const rounds = Number(asked);
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new ParameterError('--rounds', 'a positive integer', asked);
  return { ...rest, rounds, skipVerify };
}
