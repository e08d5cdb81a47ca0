import { number } from './format.ts';
import { EMPTY, Markup, markup } from './markup.ts';
import { CHART, lowered, phaseChart } from './phase-chart.ts';
import { LEGEND, phaseLegend } from './phase-legend.ts';
import { letter, type PhaseMap } from './phase-map.ts';
import { PAPER_COLOURS, PHASE_COLOURS } from './phase-palette.ts';

const COLOURS = { ...PHASE_COLOURS, ...PAPER_COLOURS };

/** Height of a line of text, large enough for a telephone's. */
const LINE = 32;

/** Where the legend's words and the places' lines begin. */
const LEFT = 20;

/**
 * The picture as a file of its own. Its colours are attributes, those of light paper, so that every viewer knows them; a sheet
 * changes them for dark paper.
 */
export function phaseSvg(map: PhaseMap): string {
  const legendAt = 46 + CHART.height + LINE;
  const placesAt = legendAt + LEGEND.height + LINE;
  const height = placesAt + LINE * map.places.length;
  const says = (y: number, words: string): Markup => markup`<text x="${String(LEFT)}" y="${String(y)}">${words}</text>`;
  const places = map.places.map(({ words, point: { sigmaW } }, i) =>
    says(placesAt + LINE * i, `${letter(i)}: σ_w = ${number(sigmaW)}, ${words}`),
  );
  const whole =
    lowered(markup`<svg xmlns="http://www.w3.org/2000/svg" class="alone" viewBox="0 0 ${String(CHART.width)} ${String(height)}" width="${String(CHART.width)}" height="${String(height)}" fill="var(--ink)" color="var(--ink)" font-family="system-ui, sans-serif" font-size="16">
<title>The phases of wide ${map.activation} networks</title>
<rect width="100%" height="100%" fill="var(--paper)"/>
${says(34, `The phases of wide ${map.activation} networks`)}
${at(46, phaseChart(map))}
${says(legendAt - 10, 'colour: ξ = 1/|ln χ₁|, in layers')}
${at(legendAt, phaseLegend())}
${places.length > 0 ? places : EMPTY}
</svg>
`);
  return whole.html
    .replaceAll(/var\(--([a-z0-9-]+)\)/g, (_, name: string) => COLOURS[name][0])
    .replace('<title>', () => `<style>${sheet()}</style>\n<title>`);
}

/** A chart that stands so far down in another, where no page's sheet says how large it is and how its letters stand. */
function at(y: number, { html }: Markup): Markup {
  const sized = html.replace(
    /^<svg(?=.*? viewBox="0 0 (\d+) (\d+)")/,
    '<svg width="$1" height="$2" text-anchor="middle" fill="currentColor"',
  );
  return markup`<g transform="translate(0,${String(y)})">${new Markup(sized)}</g>`;
}

function sheet(): string {
  const dark = Object.values(COLOURS).flatMap(([light, other]) =>
    ['fill', 'stroke', 'color'].map((property) => `[${property}="${light}"]{${property}:${other}}`),
  );
  return `.alone{max-width:100%;height:auto}.plot{font-size:15px}@media (max-width:30rem){.alone,.plot{font-size:23px}}@media (prefers-color-scheme:dark){${dark.join('')}}`;
}
