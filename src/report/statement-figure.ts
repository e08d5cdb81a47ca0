import { dot, line, link, type Markish, type PlotOptions, rect, ruleX } from '@observablehq/plot';
import { type EvidenceRecord, fromJson } from '../claim/index.ts';
import { badge } from './badge.ts';
import { count, number, subjectOf } from './format.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { readSample } from './read-out.ts';
import { statementNumbers } from './statement-numbers.ts';
import { svg } from './svg.ts';
import { both, labelled, said } from './words.ts';

const SIZE = { width: 420, left: 40, right: 404 } as const;

/** Height of a row, in the chart's units. */
const ROW = 24;

/** Float64 has no round numbers between values that are nearer, or further apart: no network's are, but a record may come from anywhere. */
const [NARROWEST, WIDEST] = [1e-300, 1e300];

/** A statement, its chart where there is something to show, and its numbers; its verdict, unless it is the claim's only one. */
export function statementFigure(statement: EvidenceRecord, alone: boolean): Markup {
  const { value, kind, verdict } = statement;
  const { en, zh } = labelled(value);
  const { chart, read } = drawing(statement);
  return markup`<figure class="chart statement"${read}><figcaption>${alone ? EMPTY : markup`${badge(verdict)} `}${said({ en: subjectOf(en), ...(value.zh && { zh: subjectOf(zh) }) })} <small>${both(kind, KINDS[kind])}</small></figcaption>
${chart}
${statementNumbers(statement)}
</figure>`;
}

interface Drawing {
  readonly chart: Markup;
  /** What the chart can be asked for. */
  readonly read: Markup;
}

const NOTHING: Drawing = { chart: EMPTY, read: EMPTY };

/**
 * A statement on a line of its values: each network's, then its interval look by look, as it shrank while the sample grew, against the
 * band. The last look, with the estimate, decided.
 */
function drawing(statement: EvidenceRecord): Drawing {
  const { looks } = statement;
  const values = statement.sample.map(fromJson);
  const sample = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  const estimate = fromJson(statement.estimate);
  const ends = [fromJson(statement.interval.lo), fromJson(statement.interval.hi)];
  const predicted = [fromJson(statement.predicted ?? 'NaN')].filter(Number.isFinite);
  const band = [fromJson(statement.band.lo ?? '-Infinity'), fromJson(statement.band.hi ?? 'Infinity')];
  const shown = [...sample, estimate, ...ends, ...predicted, ...band].filter(Number.isFinite);
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const width = most - least;
  // Nothing measured, or all in one point: the table says as much in fewer signs.
  if ((sample.length === 0 && !Number.isFinite(estimate)) || width < NARROWEST || width > WIDEST) return NOTHING;

  const more = 0.05 * width;
  const [from, to] = [least - more, most + more];
  const inside = (end: number) => Math.min(Math.max(end, from), to);
  const ticks = sample.length > 0 ? 1 : 0;
  const rows = looks.length + ticks;
  const known = looks.map((look, i) => ({
    ...look,
    lo: fromJson(look.lo),
    hi: fromJson(look.hi),
    y: i + ticks + 0.5,
    last: i === looks.length - 1,
  }));
  const drawn = known.filter(({ lo, hi }) => !Number.isNaN(lo) && !Number.isNaN(hi));
  const marks: Markish[] = [
    rect([0], { x1: inside(band[0]), x2: inside(band[1]), y1: 0, y2: rows, fill: 'var(--band)' }),
    ruleX(band.filter(Number.isFinite), { y1: 0, y2: rows, stroke: 'var(--band-edge)', strokeWidth: 1.5 }),
    // One path, and not a line for each network: a page has thousands of them.
    line(
      sample.flatMap((value) => [
        [value, 0.25],
        [value, 0.875],
        [value, Number.NaN],
      ]),
      { stroke: 'var(--measured)', strokeOpacity: 0.6, strokeWidth: 1.3 },
    ),
    link(drawn, {
      x1: ({ lo }: { lo: number }) => inside(lo),
      x2: ({ hi }: { hi: number }) => inside(hi),
      y1: 'y',
      y2: 'y',
      stroke: 'var(--measured)',
      strokeWidth: ({ last }: { last: boolean }) => (last ? 3.5 : 1.5),
      strokeOpacity: ({ last }: { last: boolean }) => (last ? 1 : 0.7),
    }),
    dot([estimate].filter(Number.isFinite), { x: (value: number) => value, y: rows - 0.5, r: 5, fill: 'var(--measured)' }),
    ruleX(predicted, { y1: 0, y2: rows, stroke: 'var(--theory)', strokeWidth: 2, strokeDasharray: '5 3' }),
  ];
  // The words and the numbers beside it say all that it shows.
  const options: PlotOptions = {
    width: SIZE.width,
    height: rows * ROW + 36,
    marginTop: 4,
    marginBottom: 32,
    marginLeft: SIZE.left,
    marginRight: SIZE.width - SIZE.right,
    x: { domain: [from, to], label: null, ticks: 4, tickSize: 0, tickFormat: (tick: number) => number(tick) },
    y: {
      domain: [rows, 0],
      label: null,
      tickSize: 0,
      ticks: known.map(({ y }) => y),
      tickFormat: (tick: number) => count(known.find(({ y }) => y === tick)?.n ?? 0),
    },
    marks,
  };
  const picture = svg(null, options, 1);
  const missing = values.length - sample.length;
  const note =
    missing > 0
      ? markup`<p class="note">${both(`${count(missing)} of ${count(values.length)} networks’ values are not finite`, `${count(values.length)} 个网络中有 ${count(missing)} 个的值不是有限数`)}</p>`
      : EMPTY;
  const read = sample.length > 0 ? markup` ${readSample(sample, { ...SIZE, from, to })}` : EMPTY;
  return { chart: markup`${picture}${note}`, read };
}

const KINDS: Readonly<Record<EvidenceRecord['kind'], string>> = {
  mean: '均值',
  quantile: '分位数',
  proportion: '比例',
  distribution: '分布',
  exact: '精确',
};
