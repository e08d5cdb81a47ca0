import { ParameterError } from '../parameter.ts';
import { headerLine, headerOf, parsed, same, type SweepHeader } from './header.ts';
import type { CellRecord } from './measure.ts';

/** A record as its line. */
export function recordLine(record: CellRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/** What a results file has, when a sweep is taken up again. */
export interface Written {
  /** The whole lines of the file, from its beginning: what is behind them was being written when the process ended. */
  readonly whole: string;
  /** How many cells they hold. */
  readonly done: number;
}

/**
 * How far a results file has come.
 *
 * @param text of the file; empty where there is none.
 * @param indices of the cells that the file is to hold, in order.
 * @throws ParameterError for a file of another sweep, and for one that something else has written to.
 */
export function written(file: string, text: string, header: SweepHeader, indices: readonly number[]): Written {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const [first, ...lines] = whole.split('\n').slice(0, -1);
  if (first === undefined) {
    if (!headerLine(header).startsWith(text)) throw new ParameterError(file, 'a results file of this sweep', text.slice(0, 60));
    return { whole: '', done: 0 };
  }
  same(file, headerOf(file, first), header, `, or --out another folder`, true);
  lines.forEach((line, i) => {
    if (cellOf(line) !== indices[i])
      throw new ParameterError(
        `line ${i + 2} of ${file}`,
        i < indices.length ? `the record of cell ${indices[i]}` : 'the end of the file',
        line.slice(0, 60),
      );
  });
  return { whole, done: lines.length };
}

/** The records of a whole file, behind its header. */
export function recordsOf(text: string): CellRecord[] {
  return text
    .split('\n')
    .slice(1, -1)
    .map((line) => JSON.parse(line) as CellRecord);
}

/** The index of a record's cell; undefined where the line holds no record. */
export function cellOf(line: string): number | undefined {
  return (parsed(line) as Partial<CellRecord> | null | undefined)?.cell;
}
