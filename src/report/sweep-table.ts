import { AXES, type CellRecord, type Grid, type Spread } from '../sweep/index.ts';
import { counted, number } from './format.ts';
import { EMPTY, Markup, markup } from './markup.ts';
import { axisName, isNamed, valueOf } from './sweep-map.ts';
import { growthInWords } from './sweep-measure.ts';
import { table } from './table.ts';
import { typeset } from './typeset.ts';

/** More rows than this are slow to show; the results file has them all. */
const MOST_ROWS = 2000;

/** The sweep in numbers: a row for each cell. */
export function sweepTable(records: readonly CellRecord[], grid: Grid): Markup {
  const axes = AXES.filter((axis) => (grid[axis]?.length ?? 0) > 1);
  const numeric = axes.map((axis) => `${isNamed(axis) ? '' : '#'}${axisName(axis)}`);
  const columns = [
    ...numeric,
    '#std at the end',
    '#ln std a layer',
    '#cosine',
    '#gradient’s ln std a layer',
    '#½ ln χ₁',
    '#overflowed',
    '#dead',
    'drawn',
  ];
  const rows = records
    .slice(0, MOST_ROWS)
    .map((record) => [
      ...axes.map((axis) => markup`${valueOf(record, axis)}`),
      ended(record.std),
      markup`${growthInWords(record.std)}`,
      record.cosine ? ended(record.cosine) : markup`–`,
      markup`${growthInWords(record.gradientStd)}`,
      markup`${predicted(record)}`,
      markup`${share(record.nonFinite)}`,
      markup`${share(record.dead)}`,
      markup`${record.sampler === 'law' ? 'in law' : 'with weights'}`,
    ]);
  const hidden = records.length - rows.length;
  const note = hidden > 0 ? markup`<p class="note">${counted(hidden, 'more cell')}: the results file has them all.</p>` : EMPTY;
  const whole = table(
    columns,
    rows,
    markup`Every cell: medians over its networks with ${records[0].range} in brackets, means ± their standard errors`,
  );
  return markup`${new Markup(whole.html.replace(/(?<=<th[^>]*>)[^<]+/g, (name) => typeset(name).html))}${note}`;
}

function ended({ end: { median, lo, hi } }: Spread): Markup {
  return markup`${number(median)} <small>[${number(lo, 3)}, ${number(hi, 3)}]</small>`;
}

/** What the gradient's ln std gains a layer in the limit. */
function predicted({ theory }: CellRecord): string {
  return theory === null || theory.chi1 === null ? '–' : number(Math.log(Number(theory.chi1)) / 2, 4);
}

const share = (value: number): string => (value === 0 ? '0' : `${number(100 * value, 3)}%`);
