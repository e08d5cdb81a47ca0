import type { Spread } from './statistics.ts';

/** One line of the result, as `bench.json` has it. */
export interface Line {
  readonly name: string;
  /** What is measured, and in what unit. */
  readonly unit: 's' | 'exponent' | 'MB';
  readonly ours: Spread;
  readonly theirs?: Spread & { readonly name: string };
  /** Their time over ours, round by round. */
  readonly ratio?: Spread;
  /** Why there is no comparison. */
  readonly missing?: string;
  readonly must?: number;
  readonly aim?: number;
}

/** Whether a line reaches a limit: a ratio is to be as large, a time or an exponent as small. */
export function reaches({ ratio, ours }: Line, limit: number): boolean {
  return ratio ? ratio.median >= limit : ours.median <= limit;
}

/** All lines, aligned. */
export function table(lines: readonly Line[]): string {
  const head = ['', 'ours', 'theirs', 'ratio', 'from … to', 'must', 'aim', ''];
  const body = lines.map((line) => {
    const { name, unit, ours, theirs, ratio, missing, must, aim } = line;
    return [
      theirs || missing === undefined ? name : `${name} (${missing})`,
      value(ours.median, unit),
      theirs ? `${value(theirs.median, unit)} ${theirs.name}` : '',
      ratio ? digits(ratio.median) : '',
      ratio ? `${digits(ratio.lo)} … ${digits(ratio.hi)}` : '',
      must === undefined ? '' : String(must),
      aim === undefined ? '' : String(aim),
      verdict(line),
    ];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((row) => row[column].length)));
  return [head, ...body]
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function verdict(line: Line): string {
  const { must, aim, ratio, missing } = line;
  if (must === undefined || aim === undefined || (missing !== undefined && !ratio)) return '';
  if (reaches(line, aim)) return 'reached';
  return reaches(line, must) ? 'below the aim' : 'falls short';
}

function value(amount: number, unit: Line['unit']): string {
  if (unit === 'exponent') return amount.toFixed(2);
  if (unit === 'MB') return `${amount.toFixed(0)} MB`;
  return amount < 1 ? `${digits(amount * 1000)} ms` : `${digits(amount)} s`;
}

const digits = (amount: number): string => String(Number(amount.toPrecision(3)));
