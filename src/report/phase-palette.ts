import { colour } from './phase-class.ts';

/** A colour on light paper, and on dark. */
type Pair = readonly [light: string, dark: string];

/** Two ramps that are palest (on dark paper, darkest) at the edge of chaos, as bins of blue and orange: told apart by the colour-blind. */
const RAMPS = {
  ordered: [
    ['#12456f', '#a5d4f8'],
    ['#24659b', '#76b6e8'],
    ['#4a8abd', '#5296ca'],
    ['#7baed4', '#3c78a6'],
    ['#a9cce5', '#2d5d82'],
    ['#cfe2f0', '#234660'],
    ['#e9f1f7', '#1d3243'],
  ],
  chaotic: [
    ['#74330a', '#ffcfa6'],
    ['#9d4b12', '#f3ab6c'],
    ['#c56c26', '#d88a44'],
    ['#de9553', '#b06d34'],
    ['#edba88', '#87542b'],
    ['#f5d8b9', '#624023'],
    ['#fbeedf', '#43301f'],
  ],
} as const satisfies Record<string, readonly Pair[]>;

/** What the picture has that the page's sheet has not. */
export const PHASE_COLOURS: Readonly<Record<string, Pair>> = {
  explodes: ['#dcd9d2', '#3b4048'],
  ...Object.fromEntries(
    (['ordered', 'chaotic'] as const).flatMap((phase) => RAMPS[phase].map((pair, i) => [colour(phase, i), pair] as const)),
  ),
};

/** What the page's sheet has too (style.ts), for a picture that stands alone. */
export const PAPER_COLOURS: Readonly<Record<string, Pair>> = {
  paper: ['#faf9f6', '#13161a'],
  card: ['#ffffff', '#1a1e24'],
  ink: ['#1d2126', '#e9e7e2'],
};

/** As custom properties of the page. */
export function phaseProperties(): string {
  const properties = (paper: 0 | 1) =>
    Object.entries(PHASE_COLOURS)
      .map(([name, pair]) => `--${name}: ${pair[paper]};`)
      .join(' ');
  return `:root { ${properties(0)} }\n@media screen and (prefers-color-scheme: dark) { :root { ${properties(1)} } }`;
}
