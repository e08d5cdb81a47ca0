import type { Move } from './moved.ts';

/** How many are named. */
const NAMED = 3;

/** The moves that keep a model from being where its baseline says, the farthest first. */
export function movesInWords(moves: readonly Move[]): string {
  const beyond = ({ lo, hi, limit }: Move) => Math.max(-lo, hi) / limit;
  const astray = moves.filter((move) => !(beyond(move) <= 1)).toSorted((a, b) => beyond(b) - beyond(a));
  const named = astray
    .slice(0, NAMED)
    .map(
      ({ name, by, lo, hi, limit }) => `${name} by ${digits(by)}, in [${digits(lo)}, ${digits(hi)}], beyond ±${digits(limit)}`,
    );
  const more = astray.length > NAMED ? [`${astray.length - NAMED} more`] : [];
  return `of ${moves.length} numbers ${astray.length} may have moved too far: ${[...named, ...more].join('; ')}; if that is meant, renew the baseline with --update`;
}

const digits = (value: number): string => String(Number(value.toPrecision(3)));
