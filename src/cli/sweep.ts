import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { loadEngine, type Sampler, samplerFor, SAMPLERS } from '../network/index.ts';
import { ParameterError, positiveInteger } from '../parameter.ts';
import {
  architectureOf,
  cellAt,
  cellCount,
  type Grid,
  gridOf,
  indicesOf,
  type Shard,
  shardOf,
  SWEEP_SCHEMA,
  type SweepHeader,
  workOf,
} from '../sweep/index.ts';
import { version } from '../version.ts';
import { backendFlag, type BackendFlag, jsonFlag, type JsonFlag, seedFlag, type SeedFlag } from './flags.ts';
import { SweepFile } from './sweep-file.ts';
import { pageOfResults } from './sweep-page.ts';
import { SweepProgress } from './sweep-progress.ts';
import { resumeLine } from './sweep-resume.ts';
import type { SweepTask } from './sweep-worker.ts';
import { writeFiles } from './write-files.ts';

interface SweepFlags extends BackendFlag, JsonFlag, SeedFlag, Partial<Record<keyof Grid, string>> {
  sampler: Sampler;
  workers: string;
  shard?: string;
  out: string;
  quiet: boolean;
}

/** The axes, as flags: the text of each is read where a file's values are. */
const AXIS_FLAGS: readonly (readonly [flag: string, what: string])[] = [
  ['--activation <names>', 'such as tanh,leaky_relu:slope=0.2'],
  ['--init <names>', 'such as xavier_uniform_:gain=1.5,orthogonal_; instead of --sigma-w'],
  ['--sigma-w <numbers>', 'normal weights of variance σ_w²/fan_in, such as 1,1.5 or 0.5..2.5:9 (nine values); instead of --init'],
  ['--sigma-b <numbers>', 'normal biases of variance σ_b² (default: 0)'],
  ['--width <numbers>', 'units in a layer (default: 256)'],
  ['--depth <numbers>', 'layers (default: 100)'],
  ['--batch <numbers>', 'rows of the input (default: 16)'],
  ['--networks <number>', 'independent networks in a cell (default: 64)'],
];

/** `gainsay sweep [spec]`: a grid of networks, measured forwards and backwards. */
export function addSweep(program: Command): void {
  const command = program
    .command('sweep')
    .summary('measure a grid of networks forwards and backwards')
    .description('measure a grid of networks forwards and backwards; an interrupted sweep goes on where it ended')
    .argument('[spec]', 'a JSON file of axes, such as {"activation": ["tanh"], "sigmaW": [1, 1.5]}; flags win over it');
  for (const [flag, what] of AXIS_FLAGS) command.addOption(new Option(flag, what));
  command
    .addOption(seedFlag('what every draw depends on'))
    .addOption(backendFlag())
    .addOption(
      new Option(
        '--sampler <name>',
        'law draws networks of Gaussian weights in law, many times as fast; others always have weights',
      )
        .choices(SAMPLERS)
        .default('law')
        .env('GAINSAY_SAMPLER'),
    )
    .addOption(new Option('--workers <number>', 'threads; one for each core, if left out').env('GAINSAY_WORKERS'))
    .addOption(new Option('--shard <i/k>', 'the i-th of k shares, for gainsay merge to put together').env('GAINSAY_SHARD'))
    .addOption(new Option('--out <folder>', 'where the results go').default('reports').env('GAINSAY_OUT'))
    .addOption(jsonFlag('the records'))
    .addOption(new Option('--quiet', 'no progress').default(false))
    .addHelpText('after', '\nExample: gainsay sweep --activation tanh --sigma-w 0.5..2.5:9 --sigma-b 0,0.1,0.2 --depth 50')
    .action((spec: string | undefined, flags: SweepFlags) => sweep(spec, flags, () => resumeLine(command, spec, flags.seed)));
}

async function sweep(spec: string | undefined, flags: SweepFlags, resume: () => string): Promise<void> {
  const grid = gridOf({ ...(spec === undefined ? {} : contents(spec)), ...axesOf(flags) });
  const shard = flags.shard === undefined ? undefined : shardOf(flags.shard);
  const workers = positiveInteger('--workers', flags.workers === undefined ? availableParallelism() : Number(flags.workers));
  const indices = indicesOf(cellCount(grid), shard);
  const header = await headerFor(grid, flags, shard);
  const file = new SweepFile(join(flags.out, nameOf(shard)), header, indices);
  const left = indices.slice(file.done);
  if (!flags.quiet) console.error(inWords(grid, indices.length, file.done));
  await run(file, left, { header, workers, quiet: flags.quiet, resume });
  const text = file.text();
  file.close();
  const pages = shard ? [] : writeFiles(flags.out, { 'sweep.html': await pageOfResults(file.path, text) });
  console.log(flags.json ? text.slice(text.indexOf('\n') + 1).trimEnd() : [file.path, ...pages].join('\n'));
}

/** Draws the cells that are left. Ctrl-C ends the process with 130, the file whole and the line that goes on printed. */
async function run(
  file: SweepFile,
  left: readonly number[],
  { header, workers, quiet, resume }: { header: SweepHeader; workers: number; quiet: boolean; resume: () => string },
): Promise<void> {
  if (left.length === 0) return;
  const { grid, seed, sampler, backend } = header;
  const works = workIn(grid, sampler);
  const progress = quiet
    ? null
    : new SweepProgress(
        file.done + left.length,
        file.done,
        left.reduce((sum, i) => sum + works(i), 0),
      );
  const { SweepPool } = await import('./sweep-pool.ts');
  const pool = new SweepPool(Math.min(workers, left.length));
  const interrupt = () => {
    progress?.stop();
    console.error(`gainsay: interrupted; to go on: ${resume()}`);
    process.exit(130);
  };
  process.once('SIGINT', interrupt);
  const tasks = function* (): Generator<SweepTask> {
    for (const index of left)
      yield { cell: cellAt(grid, index), networks: grid.networks, seed, sampler, backend: backend?.name ?? null };
  };
  try {
    let next = 0;
    for await (const line of pool.lines(tasks())) {
      file.append(line);
      progress?.cell(works(left[next++]));
    }
  } finally {
    progress?.stop();
    process.removeListener('SIGINT', interrupt);
    await pool.end();
  }
}

/** The work of a cell. Networks of one initializer are drawn in one way, wherever they are in the grid. */
function workIn(grid: Grid, sampler: Sampler): (index: number) => number {
  const samplers = new Map<string | null, Sampler>();
  return (index) => {
    const cell = cellAt(grid, index);
    const known = samplers.get(cell.init) ?? samplerFor(architectureOf({ ...cell, depth: 1 }), sampler);
    samplers.set(cell.init, known);
    return workOf(cell, known);
  };
}

async function headerFor(grid: Grid, { seed, sampler, backend }: SweepFlags, shard: Shard | undefined): Promise<SweepHeader> {
  const first = cellAt(grid, 0);
  const drawsWeights = (grid.init ?? [null]).some(
    (init) => samplerFor(architectureOf({ ...first, depth: 1, init }), sampler) === 'weights',
  );
  // Asked for here, before any worker: what a backend says of itself is in the file, and that there is none is one clear line.
  const engine = drawsWeights || backend !== 'auto' ? await loadEngine(backend) : null;
  const computes = drawsWeights && engine ? { name: engine.name, version: engine.version } : null;
  return {
    schema: SWEEP_SCHEMA,
    version,
    seed,
    sampler,
    backend: computes,
    cells: cellCount(grid),
    grid,
    ...(shard && { shard }),
  };
}

function contents(path: string): object {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new ParameterError('spec', `a file that can be read (${code})`, path);
  }
  try {
    const spec: unknown = JSON.parse(text);
    if (typeof spec === 'object' && spec !== null && !Array.isArray(spec)) return spec;
  } catch {
    // Refused below, with what else is no object of axes.
  }
  throw new ParameterError(
    path,
    'a JSON object of axes, such as {"activation": "tanh", "sigmaW": [1, 1.5]}',
    text.trim().slice(0, 60),
  );
}

/** The axes that were given as flags. */
function axesOf(flags: SweepFlags): Record<string, string> {
  const { activation, init, sigmaW, sigmaB, width, depth, batch, networks } = flags;
  const all = { activation, init, sigmaW, sigmaB, width, depth, batch, networks };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Shards have names of their own: they may lie in one folder. */
const nameOf = (shard: Shard | undefined): string => (shard ? `sweep-${shard.part}-of-${shard.of}.jsonl` : 'sweep.jsonl');

function inWords({ networks }: Grid, cells: number, done: number): string {
  const some = (value: number, noun: string) => `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`;
  const there = done > 0 ? `; ${some(done, 'cell')} of them done already` : '';
  return `gainsay: ${some(cells, 'cell')} × ${some(networks, 'network')} = ${some(cells * networks, 'network')}${there}`;
}
