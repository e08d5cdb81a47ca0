import { count, counted, number } from './format.ts';
import { frame, NAME } from './frame.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { phaseProperties } from './phase-palette.ts';
import { sweepChart } from './sweep-chart.ts';
import { facetsOf, layoutOf, type SweepMap } from './sweep-map.ts';
import { measuresOf, type SweepMeasure } from './sweep-measure.ts';
import { sweepTable } from './sweep-table.ts';
import { typeset } from './typeset.ts';

const SHEET = `${phaseProperties()}
:root { --dead: var(--quiet); }
.maps { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem 1.6rem; margin-top: 0.6rem; }
.maps .sample { max-width: 34rem; }
.legend .swatch { width: 1.1em; margin: 0 0.3em 0 0; }
.swatch.edge { height: 0; vertical-align: 0.28em; border-top: 2.5px solid var(--ink); }
`;

/** More pictures of one kind than this are slow to show; the table and the results file go on. */
const MOST_FACETS = 24;

/** A sweep as a page that stands alone: heat maps over its axes and a table of its cells; one file, no script, nothing fetched. */
export function sweepPage(map: SweepMap): string {
  const { header, records } = map;
  const { grid, seed, sampler, backend } = header;
  const fixed = [
    ...(grid.activation.length === 1 ? [grid.activation[0]] : []),
    ...(grid.init?.length === 1 ? [grid.init[0]] : []),
    ...(grid.sigmaW?.length === 1 ? [`σ_w = ${number(grid.sigmaW[0])}`] : []),
    ...(grid.sigmaB.length === 1 ? [`σ_b = ${number(grid.sigmaB[0])}`] : []),
    ...(['width', 'depth', 'batch'] as const).flatMap((axis) => (grid[axis].length === 1 ? [`${axis} ${grid[axis][0]}`] : [])),
  ];
  const drawn = `seed ${seed}, ${sampler === 'law' ? 'Gaussian weights in law' : 'with weights'}${backend ? `, ${backend.version}` : ''}, gainsay ${header.version}`;
  return frame({
    title: `gainsay: a sweep of ${counted(records.length, 'cell')}`,
    sheet: SHEET,
    body: markup`<header class="top">
${NAME}
<h1>A sweep of ${counted(records.length, 'cell')}</h1>
<p>${count(grid.networks)} independent networks in each${fixed.length > 0 ? markup`: ${typeset(fixed.join(', '))}` : EMPTY}. <small>${drawn}</small></p>
</header>
<main>
${records.length === 1 ? EMPTY : measuresOf(records).map((measure) => section(map, measure))}
<article>${sweepTable(records, grid)}</article>
</main>
<footer>${READING}</footer>`,
  });
}

function section({ header, records, edges }: SweepMap, measure: SweepMeasure): Markup {
  const layout = layoutOf(header.grid);
  const facets = facetsOf(records, layout);
  const pictures = facets
    .slice(0, MOST_FACETS)
    .map(
      (facet) =>
        markup`<figure class="sample">${facet.words ? markup`<figcaption>${typeset(facet.words)}</figcaption>` : EMPTY}${sweepChart(facet, measure, layout, edges)}</figure>`,
    );
  const hidden = facets.length - pictures.length;
  return markup`<article><h2>${measure.heading}</h2>
${legend(records, measure, edges)}
<div class="maps">${pictures}</div>
${hidden > 0 ? markup`<p class="note">${counted(hidden, 'more picture')} of this kind: the table goes on.</p>` : EMPTY}
</article>`;
}

/** The colours in words, and beside the scale those of the cells that are off it. */
function legend(records: SweepMap['records'], measure: SweepMeasure, edges: SweepMap['edges']): Markup {
  const swatch = (colour: string, words: string) =>
    markup`<li><i class="swatch" style="background: var(--${colour})"></i>${words}</li>`;
  const used = new Set(records.map(measure.colour));
  const off = [
    ...(used.has('explodes') ? [swatch('explodes', 'most networks overflow')] : []),
    ...(used.has('dead') ? [swatch('dead', 'nothing is left')] : []),
    ...(measure.edge && Object.values(edges).some((lines) => lines.length > 0)
      ? [markup`<li><i class="swatch edge"></i>theory’s edge of chaos, χ₁ = 1</li>`]
      : []),
  ];
  const rows = measure.legend.map(
    ({ words, colours }) =>
      markup`<ul class="legend"><li>${words}</li>${colours.map(([colour, name]) => swatch(colour, name))}</ul>`,
  );
  return markup`${rows}${off.length > 0 ? markup`<ul class="legend">${off}</ul>` : EMPTY}`;
}

const READING = markup`<section class="reading"><h2>How to read this page</h2>
<p>${typeset('Each cell is a population of independent networks; a mean and its standard error are over networks, never over the activations inside one. Growth is ln(end/beginning) divided by the number of layers: of the signal from the input to the last layer, of the gradient of a random linear loss from the last layer to the input. Networks that overflowed end at ∞ and have no growth; networks whose last layer is 0 everywhere are dead.')}</p>
<p>${typeset('Colours are those of the phase diagram: over how many layers the second moment changes by e. In wide and deep networks the gradient’s ln std gains ½ ln χ₁ a layer, blue where χ₁ < 1 (ordered), orange where χ₁ > 1 (chaotic).')}</p>
</section>`;
