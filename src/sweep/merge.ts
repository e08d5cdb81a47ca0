import { ParameterError } from '../parameter.ts';
import { headerLine, headerOf, same, type SweepHeader } from './header.ts';
import { cellOf } from './results.ts';

/** A results file by its name, and its text. */
export interface ResultsFile {
  readonly name: string;
  readonly text: string;
}

/**
 * One results file from its shards: the bytes that one machine would have written.
 *
 * @throws ParameterError for files of different sweeps, half a line, a cell that comes twice, and cells that are missing.
 */
export function mergeResults(files: readonly ResultsFile[]): string {
  const whole = files.map(read);
  const [{ header: wanted }] = whole;
  const lines = new Map<number, { line: string; name: string }>();
  for (const { name, header, records } of whole) {
    same(name, header, wanted, `, as ${whole[0].name} is`, false);
    records.forEach((line, i) => {
      const cell = cellOf(line);
      if (cell === undefined || !Number.isInteger(cell) || cell < 0 || cell >= wanted.cells)
        throw new ParameterError(`line ${i + 2} of ${name}`, `the record of a cell below ${wanted.cells}`, line.slice(0, 60));
      const twin = lines.get(cell);
      if (twin) throw new ParameterError(`cell ${cell}`, `in one file only`, [twin.name, name]);
      lines.set(cell, { line, name });
    });
  }
  const missing = Array.from({ length: wanted.cells }, (_, cell) => cell).filter((cell) => !lines.has(cell));
  if (missing.length > 0)
    throw new ParameterError(`cells 0 to ${wanted.cells - 1}`, `in these files${shards(whole, wanted.cells)}`, lacking(missing));
  const sorted = [...lines].toSorted(([a], [b]) => a - b);
  return headerLine({ ...wanted, shard: undefined }) + sorted.map(([, { line }]) => `${line}\n`).join('');
}

interface Read {
  readonly name: string;
  readonly header: SweepHeader;
  readonly records: readonly string[];
}

function read({ name, text }: ResultsFile): Read {
  if (!text.endsWith('\n'))
    throw new ParameterError(name, 'of whole lines (run its sweep again: it takes up where it ended)', text.slice(-60));
  const [first, ...records] = text.split('\n').slice(0, -1);
  return { name, header: headerOf(name, first), records };
}

/** Which files are not finished, where they say which share they are. */
function shards(files: readonly Read[], cells: number): string {
  const unfinished = files.flatMap(({ name, header: { shard }, records }) => {
    const share = shard ? Math.max(0, Math.ceil((cells - shard.part + 1) / shard.of)) : cells;
    return records.length < share ? [`${name} has ${records.length} of ${share}`] : [];
  });
  const [of] = files.flatMap(({ header: { shard } }) => (shard ? [shard.of] : []));
  const absent = Array.from({ length: of ?? 0 }, (_, i) => i + 1).filter(
    (part) => !files.some(({ header: { shard } }) => shard?.part === part && shard.of === of),
  );
  const notes = [
    ...unfinished,
    ...(absent.length > 0 ? [`no file is shard ${absent.map((part) => `${part}/${of}`).join(', ')}`] : []),
  ];
  return notes.length > 0 ? ` (${notes.join('; ')})` : '';
}

/** More runs than this are a list that nobody reads. */
const SHOWN = 8;

/** `all but cells 3, 7–9`: what is missing, in runs. */
function lacking(missing: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const cell of missing) {
    const run = runs.at(-1);
    if (run?.[1] === cell - 1) run[1] = cell;
    else runs.push([cell, cell]);
  }
  const shown = runs.slice(0, SHOWN).map(([a, b]) => (a === b ? String(a) : `${a}–${b}`));
  return `all but ${missing.length}: ${shown.join(', ')}${runs.length > SHOWN ? ', …' : ''}`;
}
