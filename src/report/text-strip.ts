import type { Verdict } from './badge.ts';
import type { Normalised } from './normalised.ts';

/** Half the scale's width, in half-widths of a band, and columns from its middle to an end. */
const END = 3;
const HALF = 12;

const SIGNS: Readonly<Record<Verdict, string>> = { supported: '●', refuted: '✕', undecided: '◆' };

/**
 * A row of the forest in characters: `········[·──●──·]········` is an interval within its band. What lies beyond the scale ends in
 * an arrow; a band without width is a bar.
 */
export function textStrip(verdict: Verdict, { estimate, lo, hi, band }: Normalised): string {
  const cells = Array<string>(2 * HALF + 1).fill('·');
  if (!Number.isNaN(lo) && !Number.isNaN(hi)) cells.fill('─', column(lo), column(hi) + 1);
  if (band[0] === band[1]) cells[column(band[0])] = '│';
  else {
    if (Number.isFinite(band[0])) cells[column(band[0])] = '[';
    if (Number.isFinite(band[1])) cells[column(band[1])] = ']';
  }
  if (Number.isNaN(estimate)) return cells.join('');
  cells[column(estimate)] = Math.abs(estimate) <= END ? SIGNS[verdict] : estimate > 0 ? '→' : '←';
  return cells.join('');
}

function column(value: number): number {
  return HALF + Math.round((HALF * Math.min(Math.max(value, -END), END)) / END);
}
