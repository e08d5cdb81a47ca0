import { stripVTControlCharacters } from 'node:util';
import { widthOf } from './width.ts';

/** How much of a screen is shown. */
export interface Room {
  /** The task, and where the exercise lies: whoever works at it has read them. */
  readonly task: boolean;
  readonly chartRows: number;
  /** What can be done without: empty lines, what was measured, and that a save runs the lesson. */
  readonly spare: boolean;
}

/** All of it, and below 5 rows a chart shows nothing: what a small screen goes without, in the order in which it does. */
const [ROWS, LEAST] = [9, 5];

export const WHOLE: Room = { task: true, chartRows: ROWS, spare: true };

const ROOMS: readonly Room[] = [
  WHOLE,
  ...Array.from({ length: ROWS - LEAST + 1 }, (_, fewer) => ({ task: false, chartRows: ROWS - fewer, spare: true })),
  { task: false, chartRows: LEAST, spare: false },
];

/** The roomiest screen that these rows hold; of one that none of them hold the terminal shows the bottom, which is what counts. */
export function fitting(
  screen: (room: Room) => readonly string[],
  { columns, rows }: { columns: number; rows: number },
): readonly string[] {
  let lines: readonly string[] = [];
  for (const room of ROOMS) {
    lines = screen(room);
    // Behind the last line is the cursor, in a row of its own.
    if (heightOf(lines, columns) < rows) break;
  }
  return lines;
}

/** Rows that lines take in a terminal, which breaks those that are wider than it is. */
const heightOf = (lines: readonly string[], columns: number): number =>
  lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(stripVTControlCharacters(line)) / columns)), 0);
