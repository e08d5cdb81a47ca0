import type { Command } from 'commander';
import { type Engine, loadEngine } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import { CELLS, differences, GAIN_CELL, printedLines, pythonFloat, replay, replayGain } from '../replay/index.ts';
import { EXIT } from './exit.ts';
import { backendFlag, type BackendFlag, jsonFlag, type JsonFlag } from './flags.ts';
import { type Notebook, readNotebook } from './notebook.ts';

/** What the replay of a cell came to. */
interface Replayed {
  cell: number;
  id: string;
  question: string;
  /** Each line as it is printed now, and as the notebook printed it; null where it printed none, or it is cut off. */
  lines: { replayed: string; printed: string | null; difference: number | null }[];
  /** Largest relative difference from a printed number; null where there is nothing to compare. */
  worst: number | null;
}

/** A relative difference that float32's rounding explains, and a wrong draw does not. */
const LARGEST = 1e-5;

/** `gainsay replay [cell]`: the notebook's own lines, from PyTorch's generator and seed 1, beside the printed ones. */
export function addReplay(program: Command, exit: (code: number) => void): void {
  const known = [...CELLS, GAIN_CELL];
  program
    .command('replay')
    .summary("print the notebook's own lines beside the printed ones")
    .description("print the notebook's own lines from PyTorch's generator and seed 1, beside the printed ones")
    .argument('[cell]', `one cell: ${known.map(({ cell, id }) => `${cell} or ${id}`).join(', ')}; all of them, if left out`)
    .addOption(backendFlag())
    .addOption(jsonFlag('the lines and their differences'))
    .action(async (wanted: string | undefined, { backend, json }: BackendFlag & JsonFlag) => {
      const chosen = known.filter(({ cell, id }) => wanted === undefined || wanted === String(cell) || wanted === id);
      if (chosen.length === 0)
        throw new ParameterError('cell', `one of ${known.map(({ cell, id }) => `${cell}, ${id}`).join(', ')}`, wanted);
      const notebook = readNotebook();
      const engine = await loadEngine(backend);
      const replays: Replayed[] = [];
      for (const { id } of chosen) {
        const one = id === GAIN_CELL.id ? gain(notebook) : await network(engine, notebook, id);
        replays.push(one);
        if (!json) console.log(shown(one));
      }
      if (json) console.log(JSON.stringify(replays, null, 1));
      exit(replays.some(({ worst }) => worst !== null && !(worst <= LARGEST)) ? EXIT.refuted : EXIT.done);
    });
}

async function network(engine: Engine, notebook: Notebook, id: string): Promise<Replayed> {
  const cell = CELLS.find((each) => each.id === id);
  const there = notebook.cells.find((each) => each.id === id);
  if (!cell || !there) throw new Error(`the notebook has no cell ${id}`);
  const trace = await replay(engine, cell.network);
  const off = differences(trace, there.std.map(Number));
  const lines = printedLines(trace.std, trace.firstNonFinite).map((line, layer) => ({
    replayed: line,
    printed: layer < there.std.length ? `layer:${layer}, std:${there.std[layer]}` : null,
    difference: off[layer] ?? null,
  }));
  return { cell: cell.cell, id, question: there.question, lines, worst: Math.max(...off) };
}

function gain({ gain: { cell, id, question, gain: printed } }: Notebook): Replayed {
  const replayed = `gain:${pythonFloat(Math.fround(replayGain()))}`;
  return { cell, id, question, lines: [{ replayed, printed: `gain:${printed}`, difference: null }], worst: null };
}

function shown({ cell, id, question, lines, worst }: Replayed): string {
  const width = Math.max(...lines.map(({ replayed }) => replayed.length));
  const printedWidth = Math.max(...lines.map(({ printed }) => printed?.length ?? 0));
  const rows = lines.map(({ replayed, printed, difference }) =>
    [replayed.padEnd(width), (printed ?? '').padEnd(printedWidth), difference === null ? '' : difference.toExponential(1)]
      .join('  ')
      .trimEnd(),
  );
  const compared = lines.filter(({ difference }) => difference !== null).length;
  const summary =
    worst === null
      ? 'not compared: this cell of the notebook set no seed, and its draw cannot be had again'
      : `worst relative difference of the ${compared} printed lines: ${worst.toExponential(1)}`;
  return [`In [${cell}] ${id}: ${question}`, ...rows, summary, ''].join('\n');
}
