// What takes how long, beside PyTorch and NumPy, all in one run. Usage: npm run bench -- [--help]
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Engine, EngineError, loadEngine } from 'gainsay';
import { fitted, growths } from './growth.ts';
import { Python } from './python.ts';
import { type Row, rows } from './rows.ts';
import { spreadOf } from './statistics.ts';
import { type Line, table } from './table.ts';
import { wholeRun } from './whole-run.ts';

const HELP = `npm run bench -- [flags]

Times what gainsay does beside PyTorch and NumPy, in rounds that take turns, so that a busy machine harms both sides; prints a
table, and writes bench.json. A ratio is their time over ours.

  --rounds <n>        rounds, of which the median counts (5)
  --only <text>       only lines whose name contains it
  --skip-verify       leave out the whole runs of gainsay verify
  --python <command>  the Python that has PyTorch and NumPy (python3)
  --out <folder>      where bench.json goes (reports)
  --json              print the result as JSON, and no table
  --help              this
`;

const { values: flags } = parseArgs({
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

/** What a whole run is to stay below, in seconds. */
const RUN = { wasm: { must: 60, aim: 25 }, tensorflow: { must: 45, aim: 20 } } as const;

if (flags.help) process.stdout.write(HELP);
else {
  try {
    await bench();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}

async function bench(): Promise<void> {
  const rounds = Number(flags.rounds);
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new Error(`--rounds must be a positive integer; got ${flags.rounds}`);
  const engines = await loaded();
  const python = new Python(flags.python);
  const lines: Line[] = [];
  const wanted = (name: string) => name.includes(flags.only);
  try {
    for (const row of rows(engines)) if (wanted(named(row))) lines.push(await compared(row, python, rounds));
    for (const growth of growths(engines)) {
      const name = `time of ${growth.name}`;
      if (!wanted(name)) continue;
      told(name);
      const { must, aim } = growth;
      const of = spreadOf([await fitted(growth, rounds)]);
      lines.push({ name, unit: 'exponent', ours: of, ...(must !== undefined && { must }), ...(aim !== undefined && { aim }) });
    }
    for (const { name } of engines) {
      const line = `gainsay verify on ${name}`;
      if (flags['skip-verify'] || !wanted(line)) continue;
      told(line);
      const { seconds, peak, ok } = await wholeRun(name);
      if (!ok) throw new Error(`${line} failed: run it by itself`);
      lines.push({ name: line, unit: 's', ours: spreadOf([seconds]), ...(name !== 'cpu' && RUN[name]) });
      if (peak === null)
        lines.push({ name: `peak memory, ${line}`, unit: 'MB', ours: spreadOf([NaN]), missing: 'not measured here' });
      else lines.push({ name: `peak memory, ${line}`, unit: 'MB', ours: spreadOf([peak]) });
    }
    if (lines.length === 0) throw new Error(`--only must be a part of a line's name; got ${flags.only}`);
    const result = {
      schema: 'gainsay/bench/1',
      machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node },
      backends: engines.map(({ name, version }) => ({ name, version })),
      python: await python.versions(),
      rounds,
      lines,
    };
    mkdirSync(flags.out, { recursive: true });
    writeFileSync(join(flags.out, 'bench.json'), `${JSON.stringify(result, null, 1)}\n`);
    console.log(flags.json ? JSON.stringify(result, null, 1) : table(lines));
  } finally {
    python.end();
  }
}

/** The backends that can be had; without TensorFlow's native library, wasm alone. */
async function loaded(): Promise<Engine[]> {
  const engines: Engine[] = [];
  for (const name of ['tensorflow', 'wasm'] as const) {
    try {
      engines.push(await loadEngine(name));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      console.error(error.message);
    }
  }
  return engines;
}

/** Both sides in turn, each first in every other round. */
async function compared(row: Row, python: Python, rounds: number): Promise<Line> {
  const { ours, theirs, must, aim } = row;
  told(named(row));
  const them = async () => {
    if ('run' in theirs) return theirs.run();
    const answer = await python.ask(theirs.ask);
    return 'seconds' in answer ? answer.seconds * theirs.times : answer.missing;
  };
  const [our, their]: [number[], number[]] = [[], []];
  let missing: string | undefined;
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0 ? await ours() : undefined;
    const answer = missing ?? (await them());
    our.push(first ?? (await ours()));
    if (typeof answer === 'string') missing = answer;
    else their.push(answer);
  }
  const limits = { ...(must !== undefined && { must }), ...(aim !== undefined && { aim }) };
  const line = { name: row.name, unit: 's' as const, ours: spreadOf(our), ...limits };
  if (missing !== undefined) return { ...line, missing: `${theirs.name}: ${missing}` };
  return {
    ...line,
    theirs: { name: theirs.name, ...spreadOf(their) },
    ratio: spreadOf(their.map((time, round) => time / our[round])),
  };
}

function named({ name, theirs }: Row): string {
  return `${name} against ${theirs.name}`;
}

function told(what: string): void {
  console.error(`bench: ${what}`);
}
