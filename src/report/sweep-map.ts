import type { Axis, CellRecord, Grid, SweepHeader } from '../sweep/index.ts';
import type { CriticalPoint } from '../theory/index.ts';

/** What the page of a sweep shows. */
export interface SweepMap {
  readonly header: SweepHeader;
  /** One for every cell, in order. */
  readonly records: readonly CellRecord[];
  /** The edge of chaos as lines, for each activation for which it is to be drawn. */
  readonly edges: Readonly<Record<string, readonly (readonly CriticalPoint[])[]>>;
}

/** Whether the values of an axis are names. */
export const isNamed = (axis: Axis): boolean => axis === 'init' || axis === 'activation';

/** Which axes a picture has; each value of the others has a picture of its own. A sweep of one cell has none. */
export interface Layout {
  readonly x: Axis | null;
  readonly y: Axis | null;
  readonly others: readonly Axis[];
}

/** Axes that are best seen side by side come first: the plane of σ_w and σ_b is the phases' own. */
const PREFERRED: readonly Axis[] = ['sigmaW', 'sigmaB', 'init', 'depth', 'width', 'batch', 'activation'];

export function layoutOf(grid: Grid): Layout {
  const [first = null, second = null, ...others] = PREFERRED.filter((axis) => (grid[axis]?.length ?? 0) > 1);
  // Names are long, and there is room for them on the left only.
  return first && isNamed(first) ? { x: second, y: first, others } : { x: first, y: second, others };
}

/** The records of one picture, and what they share, in words: empty where that is all of them. */
export interface Facet {
  readonly words: string;
  readonly records: readonly CellRecord[];
}

export function facetsOf(records: readonly CellRecord[], { others }: Layout): Facet[] {
  const facets = new Map<string, CellRecord[]>();
  for (const record of records) {
    const words = others.map((axis) => `${NAMES[axis]}${valueOf(record, axis)}`).join(', ');
    facets.set(words, [...(facets.get(words) ?? []), record]);
  }
  return [...facets].map(([words, own]) => ({ words, records: own }));
}

/** An axis before its value, where a value alone does not say what it is. */
const NAMES: Record<Axis, string> = {
  activation: '',
  init: '',
  sigmaW: 'σ_w = ',
  sigmaB: 'σ_b = ',
  width: 'width ',
  depth: 'depth ',
  batch: 'batch ',
};

/** What an axis is called. */
export const axisName = (axis: Axis): string => (axis === 'sigmaW' ? 'σ_w' : axis === 'sigmaB' ? 'σ_b' : axis);

/** A record's place on an axis, to the last digit: two places are never one. */
export function valueOf(record: CellRecord, axis: Axis): string {
  return String(record[axis] ?? '–');
}
