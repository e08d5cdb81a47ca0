import { Markup } from './markup.ts';

/** Okabe & Ito's hues, darkened or lightened to be read as text; no two that stand side by side differ in hue alone. */
const COLOURS = `
:root {
  color-scheme: light dark;
  --paper: #faf9f6; --card: #fff; --ink: #1d2126; --quiet: #5b636e; --rule: #e3e1da; --shade: #f3f1ec;
  --measured: #0a62a3; --ribbon: #0a62a333; --theory: #b85a00;
  --band: #009e7326; --band-edge: #00806080;
  --supported: #00694f; --refuted: #a92c06; --undecided: #765600;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #13161a; --card: #1a1e24; --ink: #e9e7e2; --quiet: #a2aab5; --rule: #30363f; --shade: #222831;
    --measured: #6cb4f0; --ribbon: #6cb4f040; --theory: #f5a54a;
    --band: #2fc99b2b; --band-edge: #2fc99b80;
    --supported: #54cfa6; --refuted: #ff8f66; --undecided: #e3c25a;
  }
}
`;

const TEXT = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem) 4rem; max-width: 76rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, .formula {
  font-family: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', P052, Georgia, 'Noto Serif', serif;
}
h1, h2 { font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { margin: 0.8rem 0 1.6rem; font-size: clamp(1.6rem, 4.4vw, 2.5rem); letter-spacing: -0.01em; }
h2 { margin: 0.5rem 0 0; font-size: clamp(1.3rem, 3vw, 1.65rem); }
a { color: inherit; text-decoration-color: var(--quiet); text-underline-offset: 0.2em; }
a:hover { color: var(--measured); }
:focus-visible { outline: 2px solid var(--measured); outline-offset: 2px; }
code, pre, .id { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: 0.86em; }
pre { margin: 0; white-space: pre-wrap; }
sub { font-size: 0.72em; line-height: 0; }
small { color: var(--quiet); font-size: 0.85em; }
dl, dd, figure { margin: 0; }
.supported { color: var(--supported); }
.refuted { color: var(--refuted); }
.undecided { color: var(--undecided); }
.note { color: var(--quiet); }
`;

const PARTS = `
.top { padding-top: clamp(1.5rem, 5vw, 3.5rem); }
.name { margin: 0; color: var(--quiet); }
.name strong { margin-right: 0.5em; color: var(--ink); letter-spacing: 0.02em; }
.partial { margin: 1.2rem 0 1.4rem; padding: 0.7rem 1rem; border-left: 4px solid var(--undecided); background: var(--shade); }
.failures { margin: 0 0 1.8rem; padding: 1rem 1.2rem 1rem 2.2rem; border-left: 4px solid var(--refuted); background: var(--card); }
.failures li + li { margin-top: 0.4rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.8rem, 1fr)); gap: 1rem; }
dt { color: var(--quiet); font-size: 0.85rem; }
.facts dd { font-weight: 600; font-variant-numeric: tabular-nums; }
.facts small { display: block; font-weight: 400; }
.rerun { margin: 1.6rem 0 0; color: var(--quiet); font-size: 0.92rem; }
.rerun code { padding: 0.2em 0.5em; border-radius: 4px; background: var(--shade); color: var(--ink); user-select: all; }
.badge {
  display: inline-block; padding: 0.08em 0.7em 0.08em 0.5em; border: 1.5px solid; border-radius: 999px; font-size: 0.86rem;
  font-weight: 600; white-space: nowrap;
}
.badge.refuted { border-radius: 3px; }
.badge.undecided { border-style: dashed; }
.claims { margin-top: 3.2rem; }
article {
  margin-top: 2.4rem; padding: clamp(1.1rem, 3vw, 2.2rem); border: 1px solid var(--rule); border-radius: 10px; background: var(--card);
  scroll-margin-top: 1rem;
}
article.failed { border-left: 5px solid var(--refuted); }
article:target { border-color: var(--measured); }
article .id { margin-left: 0.6rem; color: var(--quiet); }
article header p { margin: 0.3rem 0 0; }
.explanation { margin-top: 1.2rem; padding: 1rem 1.2rem; border-radius: 6px; background: var(--shade); }
.about { margin-top: 1.1rem; display: grid; gap: 0.45rem; max-width: 60rem; }
.about div { display: grid; grid-template-columns: 5rem 1fr; gap: 1rem; align-items: baseline; }
.formula { font-size: 1.1em; }
.charts { display: grid; gap: 1.6rem 2.4rem; margin: 1.8rem 0 0.6rem; align-items: start; }
.with-layers { grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr); }
.samples { display: grid; gap: 1.5rem 2.4rem; }
.without-layers .samples { grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); }
.without-layers .sample { max-width: 32rem; }
.samples .legend { grid-column: 1 / -1; margin: 0; }
figcaption { margin-bottom: 0.3rem; font-size: 0.92rem; font-weight: 600; }
.sample figcaption { font-weight: 400; }
.plot { display: block; width: 100%; height: auto; font: 13px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
.plot text { white-space: pre; }
.legend { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; margin: 0.3rem 0 0; padding: 0; list-style: none; color: var(--quiet); font-size: 0.82rem; }
.swatch { display: inline-block; width: 1.5em; height: 0.75em; margin-right: 0.45em; }
.swatch.line, .swatch.thin, .swatch.dashed, .swatch.bar { height: 0; vertical-align: 0.28em; border-top: 2.5px solid var(--measured); }
.swatch.thin { border-top-width: 1px; }
.swatch.dashed { border-top: 2.5px dashed var(--theory); }
.swatch.bar { border-top-width: 4px; }
.swatch.ribbon { background: var(--ribbon); }
.swatch.band { background: var(--band); border: solid var(--band-edge); border-width: 0 1.5px; }
.swatch.ring { width: 0.6em; height: 0.6em; border: 1.3px solid var(--ink); border-radius: 50%; }
.swatch.ticks { width: 0.7em; background: repeating-linear-gradient(90deg, var(--measured) 0 1.5px, transparent 1.5px 4px); }
.reading { margin-top: 3.5rem; max-width: 46rem; color: var(--quiet); }
.reading ul { padding: 0; list-style: none; }
.reading li { margin: 0.45rem 0; }
.reading .badge { margin-right: 0.5em; }
`;

const TABLES = `
.scroll { overflow-x: auto; }
table { width: 100%; margin-top: 1.2rem; border-collapse: collapse; font-size: 0.92rem; line-height: 1.4; }
caption { padding-bottom: 0.5rem; text-align: left; font-weight: 600; }
.claims caption { color: var(--quiet); font-weight: 400; }
th { padding: 0.3rem 1.1rem 0.4rem 0; border-bottom: 1.5px solid var(--quiet); color: var(--quiet); font-size: 0.82rem; font-weight: 400; text-align: left; vertical-align: bottom; overflow-wrap: normal; }
td { padding: 0.55rem 1.1rem 0.55rem 0; border-bottom: 1px solid var(--rule); vertical-align: baseline; }
.num { text-align: right; font-variant-numeric: tabular-nums; }
td.num { white-space: nowrap; }
th:last-child, td:last-child { padding-right: 0; }
td small { display: block; }
.claims .id { color: var(--quiet); }
details { margin-top: 0.9rem; }
summary { width: max-content; color: var(--quiet); font-size: 0.92rem; cursor: pointer; }
.looks { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 0 2.4rem; align-items: start; }
.looks caption { font-weight: 400; }
@media screen and (max-width: 60rem) {
  .with-layers { grid-template-columns: minmax(0, 1fr); }
  .with-layers .samples { grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); }
}
@media screen and (max-width: 46rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, caption, tbody, tr { display: block; }
  tr { padding: 0.6rem 0; border-bottom: 1px solid var(--rule); }
  td { display: grid; grid-template-columns: 6.4rem 1fr; gap: 0.6rem; padding: 0.16rem 0; border: 0; }
  td::before { content: attr(data-label); color: var(--quiet); font-size: 0.85rem; }
  .num { text-align: left; }
  td.num { white-space: normal; }
  .about div { grid-template-columns: 1fr; gap: 0; }
  /* A drawing shrinks with the screen; its letters must not. */
  .plot { font-size: 24px; }
  .sample .plot { font-size: 16px; }
  td .badge { white-space: normal; }
}
`;

const PRINT = `
@media print {
  :root { --paper: #fff; --shade: #fff; }
  * { print-color-adjust: exact; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  table { font-size: 7.5pt; }
  th, td { padding: 0.3rem 0.6rem 0.3rem 0; }
  .claims { margin-top: 1.5rem; }
  .badge { padding: 0 0.4em; font-size: 1em; }
  article { padding: 0; border: 0; }
  article.failed { padding-left: 0.8rem; }
  figure, tr, .about, .charts, .reading, article header { break-inside: avoid; }
  h1, h2, caption, thead, article header { break-after: avoid; }
  .plot { font-size: 15px; }
}
`;

/** The page's one style sheet. */
export const STYLE: Markup = new Markup(COLOURS + TEXT + PARTS + TABLES + PRINT);
