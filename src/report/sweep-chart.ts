import { cell, line, type Markish, rect, ruleX } from '@observablehq/plot';
import type { Axis, CellRecord } from '../sweep/index.ts';
import type { CriticalPoint } from '../theory/index.ts';
import { number } from './format.ts';
import type { Markup } from './markup.ts';
import { lowered } from './phase-chart.ts';
import { svg } from './svg.ts';
import { axisName, type Facet, isNamed, type Layout, type SweepMap, valueOf } from './sweep-map.ts';
import type { SweepMeasure } from './sweep-measure.ts';

/** Width and height of a picture, in its own units; one of a single row is lower. */
const CHART = { width: 400, height: 300, row: 120 } as const;

/** The cells of a facet, coloured by a measure. */
export function sweepChart({ words, records }: Facet, measure: SweepMeasure, { x, y }: Layout, edges: SweepMap['edges']): Markup {
  const edge = (measure.edge && edges[records[0].activation]) || [];
  const options = x === 'sigmaW' && y === 'sigmaB' ? plane(records, measure, edge) : table(records, measure, x, y);
  const label = `${measure.heading}${words && `: ${words}`}. The table below has the numbers.`;
  const marks: Markish[] = options.marks;
  const height = y === null ? CHART.row : CHART.height;
  return lowered(svg(label, { width: CHART.width, height, marginTop: 28, marginRight: 14, marginBottom: 48, ...options, marks }));
}

/** What a pointer shows: plain text, in which no index can be lowered. */
const title = (measure: SweepMeasure, axes: readonly Axis[]) => (record: CellRecord) =>
  `${axes.map((axis) => `${axisName(axis).replace('_', '')} ${valueOf(record, axis)}`).join(', ')}: ${measure.words(record)}`;

/** σ_w and σ_b on continuous axes: every cell reaches halfway to its neighbours. */
function plane(records: readonly CellRecord[], measure: SweepMeasure, edge: readonly (readonly CriticalPoint[])[]) {
  const across = extents(records.map(({ sigmaW }) => sigmaW ?? 0));
  const up = extents(records.map(({ sigmaB }) => sigmaB));
  const domains = { x: domainOf(across), y: domainOf(up) };
  const marks = byColour(records, measure).map(([fill, own]) =>
    rect(own, {
      x1: ({ sigmaW }: CellRecord) => across.get(sigmaW ?? 0)![0],
      x2: ({ sigmaW }: CellRecord) => across.get(sigmaW ?? 0)![1],
      y1: ({ sigmaB }: CellRecord) => up.get(sigmaB)![0],
      y2: ({ sigmaB }: CellRecord) => up.get(sigmaB)![1],
      fill,
      title: title(measure, ['sigmaW', 'sigmaB']),
      shapeRendering: 'crispEdges',
    }),
  );
  const tickFormat = (tick: number) => number(tick);
  return {
    marginLeft: 56,
    x: { domain: domains.x, label: 'σ_w', labelAnchor: 'center', labelOffset: 42, ticks: 5, tickFormat } as const,
    y: { domain: domains.y, label: 'σ_b', ticks: 4, tickFormat },
    marks: [...marks, ...edgeMarks(edge, domains)],
  };
}

/** Any other axes: a column for each value, and a row. */
function table(records: readonly CellRecord[], measure: SweepMeasure, x: Axis | null, y: Axis | null) {
  const axes = [x, y].filter((axis) => axis !== null);
  const domain = (axis: Axis) => [...new Set(records.map((record) => valueOf(record, axis)))];
  const marks = byColour(records, measure).map(([fill, own]) =>
    cell(own, {
      ...(x && { x: (record: CellRecord) => valueOf(record, x) }),
      ...(y && { y: (record: CellRecord) => valueOf(record, y) }),
      fill,
      title: title(measure, axes),
    }),
  );
  const longest = y
    ? Math.max(
        ...domain(y).flatMap((text) =>
          shown(text)
            .split('\n')
            .map((line) => line.length),
        ),
      )
    : 0;
  return {
    marginLeft: Math.min(200, 30 + 8 * longest),
    ...(x && {
      x: {
        domain: domain(x),
        label: axisName(x),
        labelAnchor: 'center',
        labelOffset: 42,
        padding: 0.02,
        tickFormat: shown,
      } as const,
    }),
    ...(y && { y: { domain: domain(y).toReversed(), label: isNamed(y) ? null : axisName(y), padding: 0.02, tickFormat: shown } }),
    marks,
  };
}

/** A value as an axis has room for it: a name's options below it, and the digits that a reader wants. */
const shown = (text: string) =>
  text.replaceAll(':', '\n').replace(/(?<![\w.])\d+\.\d+(?![\w.])/g, (digits) => number(Number(digits)));

function byColour(records: readonly CellRecord[], measure: SweepMeasure): [fill: string, records: CellRecord[]][] {
  const groups = new Map<string, CellRecord[]>();
  for (const record of records) {
    const fill = `var(--${measure.colour(record)})`;
    groups.set(fill, [...(groups.get(fill) ?? []), record]);
  }
  return [...groups];
}

type Extent = readonly [lo: number, hi: number];

/** From halfway to the value before, to halfway to the one behind; a standard deviation does not go below 0. */
function extents(values: readonly number[]): ReadonlyMap<number, Extent> {
  const sorted = [...new Set(values)].toSorted((a, b) => a - b);
  const before = (i: number) => (i === 0 ? sorted[0] - (sorted[1] - sorted[0]) / 2 : (sorted[i - 1] + sorted[i]) / 2);
  const after = (i: number) => (i === sorted.length - 1 ? 2 * sorted[i] - before(i) : before(i + 1));
  return new Map(sorted.map((value, i) => [value, [Math.max(0, before(i)), after(i)]]));
}

function domainOf(spans: ReadonlyMap<number, Extent>): [number, number] {
  const ends = [...spans.values()].flat();
  return [Math.min(...ends), Math.max(...ends)];
}

/** Where χ₁ = 1, as far as it lies in the picture; of an activation that knows no scale, at one σ_w whatever σ_b is. */
function edgeMarks(edge: readonly (readonly CriticalPoint[])[], { x, y }: { x: Extent; y: Extent }): Markish[] {
  const drawn = { stroke: 'var(--ink)', strokeWidth: 2.4 };
  const inside = (value: number, [lo, hi]: Extent) => value >= lo && value <= hi;
  const at = ({ sigmaW2, sigmaB2 }: CriticalPoint): [number, number] => [Math.sqrt(sigmaW2), Math.sqrt(sigmaB2)];
  return edge.flatMap((points): Markish[] => {
    if (points.length === 1) return inside(at(points[0])[0], x) ? [ruleX([at(points[0])[0]], drawn)] : [];
    const runs: [number, number][][] = [];
    let outside = true;
    for (const [w, b] of points.map(at)) {
      const seen = inside(w, x) && inside(b, y);
      if (seen && outside) runs.push([]);
      if (seen) runs[runs.length - 1].push([w, b]);
      outside = !seen;
    }
    return runs.filter((run) => run.length > 1).map((run) => line(run, { x: '0', y: '1', ...drawn }));
  });
}
