import type { Spread } from './statistics.ts';

/** One line of the result, as `bench.json` has it. */
export interface Line {
  readonly name: string;
  /** In what `ours` and `theirs` are. */
  readonly unit: 's' | 'exponent' | 'MB';
  readonly ours?: Spread;
  /** Whose `theirs` is. */
  readonly against?: string;
  readonly theirs?: Spread;
  /** Theirs over ours, round by round. */
  readonly ratio?: Spread;
  /** Why there is no measurement, or no comparison. */
  readonly missing?: string;
  readonly limits?: Limits;
}

interface Limits {
  readonly must?: number | undefined;
  readonly aim?: number | undefined;
}

/** `a / b`: what is measured, and against what; `--only` looks in it. */
export function label({ name, against }: Pick<Line, 'name' | 'against'>): string {
  return against === undefined ? name : `${name} / ${against}`;
}

/** Whether a line reaches a limit: a ratio is to be as large, a time or an exponent as small. */
export function reaches({ ratio, ours, missing }: Line, limit: number): boolean {
  if (ratio) return ratio.median >= limit;
  return ours !== undefined && missing === undefined && ours.median <= limit;
}

/** All lines, aligned. */
export function table(lines: readonly Line[]): string {
  const head = ['', 'ours', 'theirs', 'ratio', 'from … to', 'must, aim', ''];
  const body = lines.map((line) => {
    const { unit, ours, theirs, ratio, limits } = line;
    const spread = ratio ?? (unit === 'exponent' ? ours : undefined);
    return [
      label(line),
      ours ? value(ours.median, unit) : '',
      theirs ? value(theirs.median, unit) : '',
      ratio ? digits(ratio.median) : '',
      spread ? `${digits(spread.lo)} … ${digits(spread.hi)}` : '',
      limits?.must === undefined ? '' : `${limits.must}, ${limits.aim}`,
      verdict(line),
    ];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((row) => row[column].length)));
  const aligned = [head, ...body].map((row) => row.map((cell, i) => cell.padEnd(widths[i])));
  return aligned
    .map((row, i) => {
      // Why something is missing takes the place of what is.
      const missing = lines[i - 1]?.missing;
      return (missing === undefined ? row : [row[0], row[1], `missing: ${missing}`]).join('  ').trimEnd();
    })
    .join('\n');
}

/** What of its limits a line reaches; nothing is said of a line without limits, or without what is to be judged. */
function verdict(line: Line): string {
  const { must, aim } = line.limits ?? {};
  if (must === undefined || aim === undefined) return '';
  if (reaches(line, aim)) return 'aim';
  return reaches(line, must) ? 'must' : 'short';
}

function value(amount: number, unit: Line['unit']): string {
  if (unit === 'exponent') return amount.toFixed(2);
  if (unit === 'MB') return `${amount.toFixed(0)} MB`;
  return amount < 1 ? `${digits(amount * 1000)} ms` : `${digits(amount)} s`;
}

const digits = (amount: number): string => String(Number(amount.toPrecision(3)));
