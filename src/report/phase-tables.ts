import type { PhasePoint } from '../theory/index.ts';
import { number } from './format.ts';
import { EMPTY, Markup, markup } from './markup.ts';
import { depthScale } from './phase-class.ts';
import { letter, type PhaseMap } from './phase-map.ts';
import { table } from './table.ts';
import { typeset } from './typeset.ts';

/** A table whose headings are formulas. */
function tableOf(...given: Parameters<typeof table>): Markup {
  return new Markup(table(...given).html.replace(/(?<=<th[^>]*>)[^<]+/g, (name) => typeset(name).html));
}

/** Where people are, and what mean field says of it. */
export function placesTable({ places }: PhaseMap): Markup {
  return tableOf(
    ['', 'what', '#σ_w', '#q*', '#c*', '#χ₁', '#ξ in layers', 'phase'],
    places.map(({ words, point, c }, i) => [
      markup`${letter(i)}`,
      markup`${words}`,
      markup`${number(point.sigmaW)}`,
      point.fate === 'stays' ? markup`any` : orNone(point.q),
      orNone(c),
      orNone(point.chi1),
      orNone(depthScale(point)),
      markup`${inWords(point)}`,
    ]),
    markup`The usual places, without biases`,
  );
}

/** The edge of chaos at round σ_b. */
export function boundaryTable({ activation, boundary }: PhaseMap): Markup {
  const there = boundary.flatMap(({ sigmaB, point }) => (point ? [{ sigmaB, point }] : []));
  const without = boundary.filter(({ point }) => point === null).map(({ sigmaB }) => number(sigmaB));
  const missing =
    without.length > 0
      ? markup`<p class="note">${typeset(`Networks of ${activation} have no edge of chaos at σ_b = ${without.join(', ')}.`)}</p>`
      : EMPTY;
  if (there.length === 0) return missing;
  const rows = there.map(({ sigmaB, point: { sigmaW2, q, slope } }) => [
    markup`${number(sigmaB)}`,
    markup`${number(Math.sqrt(sigmaW2))}`,
    markup`${number(q)}`,
    markup`${number(slope)}`,
    markup`${resting(slope)}`,
  ]);
  const columns = ['#σ_b', '#critical σ_w', '#q*', '#V′(q*)', 'is q* stable?'];
  return markup`${tableOf(columns, rows, markup`The edge of chaos: where χ₁ = 1`)}${missing}`;
}

const resting = (slope: number): string => {
  // At q = 0 the edge of an odd activation has V′ = χ₁ = 1.
  if (Math.abs(slope - 1) < 1e-9) return 'neither: V′ = 1';
  return slope < 1 ? 'yes' : 'no: networks leave it';
};

/** The picture in numbers: some of its cells. */
export function cellsTable({ grid: { columns, rows }, cells }: PhaseMap): Markup {
  const [across, up] = [some(columns, 7), some(rows, 5)];
  const body = up.toReversed().map((row) => {
    const line = across.map((column) => cells[row * columns + column]);
    return [markup`${number(line[0].sigmaB, 3)}`, ...line.map((cell) => markup`${inShort(cell)}`)];
  });
  const heads = across.map((column) => `σ_w = ${number(cells[column].sigmaW, 3)}`);
  return tableOf(['#σ_b', ...heads], body, markup`Phase, and the depth scale ξ in layers, in the middle of some cells`);
}

/** So many of the indices below `size`, evenly spread, with both ends. */
function some(size: number, wanted: number): number[] {
  const many = Math.min(size, wanted);
  return Array.from({ length: many }, (_, i) => (many === 1 ? 0 : Math.round((i * (size - 1)) / (many - 1))));
}

function inWords({ fate, phase }: PhasePoint): string {
  return phase === null ? 'explodes' : `${phase}${fate === 'dies' ? ', the signal dies' : ''}`;
}

function inShort(point: PhasePoint): string {
  const layers = depthScale(point);
  return `${inWords(point)}${layers === null ? '' : ` ${number(layers, 3)}`}`;
}

const orNone = (value: number | null): Markup => markup`${value === null ? '–' : number(value)}`;
