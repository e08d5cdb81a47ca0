import { type CourseRecord, fromJson } from '../claim/index.ts';

export interface ChartSize {
  readonly columns: number;
  readonly rows: number;
}

/** Signs of the chart: where a point lies on the goal it hides it. */
const [POINT, GOAL] = ['●', '─'];

/** Room for the numbers at the left: `1e-38 ┤`. */
const MARGIN = 8;

/** Below this float32 has no number. */
const LEAST = 1e-46;

/**
 * A course over the layers against its goal, in lines of text: the logarithm upwards, the layers to the right, as many columns as fit.
 * A network that stopped ends in `✗`, one that died in `0` at the bottom.
 */
export function chart({ median, goal }: CourseRecord, { columns, rows }: ChartSize): string[] {
  const layers = goal.length;
  const width = Math.max(10, Math.min(layers, columns - MARGIN - 1));
  const layerAt = (column: number) => (width === 1 ? 0 : Math.round((column * (layers - 1)) / (width - 1)));
  const points = Array.from({ length: width }, (_, column) => {
    const layer = layerAt(column);
    return { seen: layer < median.length ? fromJson(median[layer]) : null, wanted: fromJson(goal[layer]) };
  });
  const known = points.flatMap(({ seen, wanted }) => [seen, wanted]).filter((one): one is number => shownOnLog(one));
  const [low, high] = ends(known);
  const rowOf = (value: number) => Math.round(((high - Math.log10(value)) / (high - low)) * (rows - 1));
  const cells = Array.from({ length: rows }, () => new Array<string>(width).fill(' '));
  const stop = points.findIndex(({ seen }) => seen === null || !Number.isFinite(seen));
  points.forEach(({ seen, wanted }, column) => {
    if (shownOnLog(wanted)) cells[rowOf(wanted)][column] = GOAL;
    if (seen === null || !Number.isFinite(seen)) {
      if (column === stop) cells[0][column] = '✗';
    } else cells[shownOnLog(seen) ? rowOf(seen) : rows - 1][column] = shownOnLog(seen) ? POINT : '0';
  });
  const first = fromJson(goal[0]);
  const constant = shownOnLog(first) && goal.every((one) => one === goal[0]) ? first : null;
  const marked = constant === null ? Math.floor((rows - 1) / 2) : rowOf(constant);
  const labels = new Map([
    [0, tick(10 ** high)],
    [rows - 1, tick(10 ** low)],
    [marked, constant === null ? tick(10 ** (high - ((high - low) * marked) / (rows - 1))) : tick(constant)],
  ]);
  const last = String(layers - 1);
  return [
    ...cells.map((line, row) => {
      const label = labels.get(row);
      return `${label === undefined ? `${' '.repeat(MARGIN - 1)}│` : `${label.padStart(MARGIN - 2)} ┤`}${line.join('')}`.trimEnd();
    }),
    `${' '.repeat(MARGIN - 1)}└${'─'.repeat(width)}`,
    `${' '.repeat(MARGIN)}0${' '.repeat(Math.max(1, width - 1 - last.length))}${last}`,
  ];
}

const shownOnLog = (value: number | null): value is number => value !== null && value > LEAST && value < Infinity;

/** Powers of 10 around all values, with some room; half a decade where there is one alone. */
function ends(values: readonly number[]): [number, number] {
  if (values.length === 0) return [-1, 1];
  const logs = values.map(Math.log10);
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const room = Math.max(0.05 * (high - low), 0.25);
  return [low - room, high + room];
}

/** `0.65`, `16`, `1e+31`: three digits at most. */
function tick(value: number): string {
  return value >= 1e4 || value < 1e-3 ? value.toExponential(0) : String(Number(value.toPrecision(2)));
}
