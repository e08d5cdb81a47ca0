// What takes how long, beside PyTorch and NumPy, all in one run. Usage: npm run bench -- [--help]
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { type Engine, EngineError, loadEngine, ParameterError } from 'gainsay';
import { compared } from './compare.ts';
import { type Flags, flagsFrom, HELP } from './flags.ts';
import { fitted, growths } from './growth.ts';
import { memories, memoryLabel, memoryLine } from './memory.ts';
import { Python } from './python.ts';
import { rows } from './rows.ts';
import { label, type Line, table } from './table.ts';
import { wholeRunLines } from './whole-run.ts';

/** A line to be: what it is called, and how it is measured. */
interface Task {
  readonly name: string;
  readonly measure: () => Promise<Line[]>;
}

/** The load average that a machine which does nothing else may still have, of what ended within the last minute. */
const IDLE = 0.5;

try {
  const flags = flagsFrom(process.argv.slice(2));
  if (flags.help) process.stdout.write(HELP);
  else await bench(flags);
} catch (error) {
  // What the user can put right is one line; what only we can is a stack.
  if (!(error instanceof ParameterError || (error instanceof TypeError && 'code' in error))) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function bench(flags: Flags): Promise<void> {
  const [load] = loadavg();
  if (load > IDLE)
    console.error(`bench: others compute on this machine (load average ${load.toFixed(1)}): the numbers are provisional`);
  const engines = await loaded();
  const python = new Python(flags.python);
  try {
    const wanted = tasks(flags, engines, python).filter(({ name }) => name.includes(flags.only));
    if (wanted.length === 0) throw new ParameterError('--only', "a part of a line's name", flags.only);
    const lines: Line[] = [];
    for (const { name, measure } of wanted) {
      console.error(`bench: ${name}`);
      lines.push(...(await measure()));
    }
    const result = {
      schema: 'gainsay/bench/1',
      machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node, load },
      backends: engines.map(({ name, version }) => ({ name, version })),
      python: await python.versions(),
      rounds: flags.rounds,
      lines,
    };
    const text = `${JSON.stringify(result, null, 1)}\n`;
    mkdirSync(flags.out, { recursive: true });
    // A part does not take the place of a whole.
    writeFileSync(join(flags.out, flags.only || flags.skipVerify ? 'bench.partial.json' : 'bench.json'), text);
    process.stdout.write(flags.json ? text : `${table(lines)}\n`);
  } finally {
    python.end();
  }
}

function tasks({ rounds, python: command, skipVerify }: Flags, engines: readonly Engine[], python: Python): Task[] {
  return [
    ...rows(engines).map((row) => ({
      name: label({ name: row.name, against: row.theirs.name }),
      measure: async () => [await compared(row, python, rounds)],
    })),
    ...growths(engines).map((growth) => {
      const name = `growth, ${growth.name}`;
      const { must, aim } = growth;
      const measure = async (): Promise<Line[]> => [
        { name, unit: 'exponent', ours: await fitted(growth, rounds), limits: { must, aim } },
      ];
      return { name, measure };
    }),
    ...memories(engines).map((alone) => ({
      name: memoryLabel(alone),
      measure: async () => [await memoryLine(alone, command)],
    })),
    ...(skipVerify ? [] : engines.map(({ name }) => ({ name: `verify on ${name}`, measure: () => wholeRunLines(name) }))),
  ];
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
