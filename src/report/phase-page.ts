import { frame, NAME } from './frame.ts';
import { type Markup, markup } from './markup.ts';
import { phaseChart } from './phase-chart.ts';
import { phaseLegend } from './phase-legend.ts';
import { type PhaseMap } from './phase-map.ts';
import { phaseProperties } from './phase-palette.ts';
import { boundaryTable, cellsTable, placesTable } from './phase-tables.ts';
import { typeset } from './typeset.ts';

const SHEET = `${phaseProperties()}
.phases { max-width: 52rem; }
.phases figcaption + .plot { margin-top: 0.4rem; }
.swatch.edge { height: 0; vertical-align: 0.28em; border-top: 2.5px solid var(--ink); }
.swatch.left { height: 0; vertical-align: 0.28em; border-top: 2.5px dashed var(--ink); }
.swatch.explodes { background: var(--explodes); }
`;

/** The diagram of an activation's phases as a page that stands alone: one file, no script, nothing fetched. */
export function phasePage(map: PhaseMap): string {
  const { activation } = map;
  return frame({
    title: `gainsay: the phases of wide ${activation} networks`,
    sheet: SHEET,
    body: markup`<header class="top">
${NAME}
<h1>The phases of wide ${activation} networks</h1>
<p>${typeset('Weights of mean 0 and variance σ_w²/n, biases of mean 0 and variance σ_b², n → ∞, many layers: what mean field says becomes of signals and gradients.')}</p>
</header>
<main>
<article>
<figure class="phases"><figcaption>${typeset('Colour: the depth scale ξ = 1/|ln χ₁|, in layers, over the plane of σ_w and σ_b')}</figcaption>
${phaseChart(map)}
${phaseLegend()}
${key(map)}
</figure>
${placesTable(map)}
${boundaryTable(map)}
<details><summary>The picture in numbers</summary>${cellsTable(map)}</details>
</article>
</main>
<footer>${READING}</footer>`,
  });
}

/** What the picture's lines and grey stand for, where it has them. */
function key({ edge, cells, homogeneous, places }: PhaseMap): Markup {
  const points = edge.flat();
  const items = [
    ...(points.some(({ slope }) => slope <= 1 + 1e-9)
      ? [['edge', homogeneous ? 'χ₁ = 1: critical without biases' : 'edge of chaos, χ₁ = 1'] as const]
      : []),
    ...(points.some(({ slope }) => slope > 1 + 1e-9) ? [['left', 'χ₁ = 1, but the network leaves q*'] as const] : []),
    ...(cells.some(({ fate }) => fate === 'explodes') ? [['explodes', 'the signal explodes'] as const] : []),
    ...(places.length > 0 ? [['ring', 'usual places, in the table below'] as const] : []),
  ];
  return markup`<ul class="legend">${items.map(([swatch, words]) => markup`<li><i class="swatch ${swatch}"></i>${words}</li>`)}</ul>`;
}

const READING = markup`<section class="reading"><h2>How to read this picture</h2>
<p>${typeset('Each point is a pair of standard deviations: of the weights, times √n, and of the biases. In a deep network the pre-activations’ second moment settles at q*, and the gradient’s second moment is multiplied by χ₁ = σ_w²E[φ′(√q* z)²] in each layer.')}</p>
<ul>
<li><strong>ordered</strong>, blue, χ₁ &lt; 1: gradients vanish, and all inputs come to look alike;</li>
<li><strong>chaotic</strong>, orange, χ₁ &gt; 1: gradients explode, and inputs that were alike part;</li>
<li>the <strong>edge of chaos</strong> between them, χ₁ = 1: gradients keep their size, and deep networks can be trained.</li>
</ul>
<p>${typeset('The colour says over how many layers ξ the gradient’s second moment shrinks or grows by e; in the ordered phase two inputs become alike over as many layers (ξ_c), and networks deeper than some 6ξ_c do not train (Schoenholz et al. 2017). In the chaotic phase ξ_c is another number: gainsay theory prints it. c* in the table is the correlation at which two inputs settle (Poole et al. 2016).')}</p>
</section>`;
