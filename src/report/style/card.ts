/** The card of a claim: badges, words, charts and their legends. */
export const CARD: string = `
.badge {
  display: inline-block; padding: 0.08em 0.7em 0.08em 0.5em; border: 1.5px solid; border-radius: 999px; font-size: 0.86rem;
  font-weight: 600; white-space: nowrap;
}
.badge.refuted { border-radius: 3px; }
.badge.undecided { border-style: dashed; }
article {
  margin-top: 2.4rem; padding: clamp(1.1rem, 3vw, 2.2rem); border: 1px solid var(--rule); border-radius: 10px; background: var(--card);
  scroll-margin-top: 3.6rem;
}
article.failed { border-left: 5px solid var(--refuted); }
article:target, article:focus { border-color: var(--measured); }
article .id { margin-left: 0.6rem; color: var(--quiet); }
article header p { margin: 0.5rem 0 0; }
.teaches { max-width: 62rem; font-size: 1.05rem; }
.diagnosis { margin-top: 1.2rem; padding: 0.2rem 1.2rem 1rem; border-left: 4px solid var(--refuted); background: var(--shade); }
.diagnosis ul { margin: 0; padding-left: 1.2em; }
.explanation { margin-top: 1rem; color: var(--quiet); }
.about { margin-top: 1.1rem; display: grid; gap: 0.3rem; max-width: 62rem; font-size: 0.94rem; }
.about div { display: grid; grid-template-columns: 5.4rem 1fr; gap: 1rem; align-items: baseline; }
.formula { margin: 1.2rem 0 0.4rem; overflow-x: auto; overflow-y: hidden; padding: 0.2rem 0; }
.because { max-width: 62rem; }
.charts { display: grid; gap: 1.6rem 2.4rem; margin: 1.6rem 0 0.6rem; align-items: start; }
.charts > * { display: grid; gap: 1.6rem; min-width: 0; }
.statements { align-content: start; }
.charts:has(> * + *) { grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr); }
.charts > :only-child { grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); }
.charts > :only-child .statement { max-width: 36rem; }
.statements .legend { grid-column: 1 / -1; margin: 0; }
figcaption { margin-bottom: 0.3rem; font-size: 0.92rem; font-weight: 600; }
.statement figcaption, .control figcaption { font-weight: 400; }
.sample figcaption { font-weight: 400; }
.plot { display: block; width: 100%; height: auto; fill: currentColor; text-anchor: middle; stroke-linejoin: round; font: 13px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
.plot text, .plot tspan { white-space: pre; }
.numbers { margin: 0.2rem 0 0; font-size: 0.86rem; font-variant-numeric: tabular-nums; }
.numbers span { display: inline-block; margin-right: 0.7em; }
.numbers small { display: inline; }
.of-interval, .of-band, .of-theory { white-space: nowrap; }
.of-estimate { font-weight: 600; }
.of-band::before { content: 'band '; color: var(--quiet); }
.of-theory::before { content: 'predicted '; color: var(--quiet); }
.of-alpha::before { content: 'α '; color: var(--quiet); }
.of-networks::after { content: ' networks'; color: var(--quiet); }
body:has(input[value="zh"]:checked) .of-band::before { content: '区间带 '; }
body:has(input[value="zh"]:checked) .of-theory::before { content: '理论值 '; }
body:has(input[value="zh"]:checked) .of-networks::after { content: ' 个网络'; }
.looks { margin: 0.3rem 0 0; padding: 0; list-style: none; font-size: 0.86rem; font-variant-numeric: tabular-nums; }
.looks span { display: inline-block; margin-right: 0.9em; }
.statement details { margin-top: 0.2rem; }
.statement summary { font-size: 0.86rem; }
.chart { position: relative; }
.readout { display: block; min-height: 1.6em; color: var(--measured); font-size: 0.86rem; font-variant-numeric: tabular-nums; }
.hairline { stroke: var(--ink); stroke-width: 1; stroke-opacity: 0.5; pointer-events: none; }
.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 1.4rem 1.8rem; align-items: start; }
.control p { margin: 0.3rem 0 0; font-size: 0.86rem; line-height: 1.4; }
.control .stands { color: var(--quiet); }
.control figcaption strong { display: block; margin-top: 0.3rem; }
.mini { border-bottom: 1px solid var(--rule); }
.inside .plot { font-size: 11px; }
.inside figcaption small { font-weight: 400; }
.legend { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; margin: 0.3rem 0 0; padding: 0; list-style: none; color: var(--quiet); font-size: 0.82rem; }
.swatch { display: inline-block; width: 1.5em; height: 0.75em; margin-right: 0.45em; }
.swatch.ring { width: 0.6em; height: 0.6em; border: 1.3px solid var(--ink); border-radius: 50%; }
.legend [class^="is-"]::before { content: ''; display: inline-block; width: 1.5em; height: 0.75em; margin-right: 0.45em; }
.legend [class^="is-"]::after { margin-left: 0.3em; }
.is-line::before, .is-thin::before, .is-dashed::before, .is-predicted::before, .is-bar::before, .is-law::before, .is-wrong::before, .is-own::before { height: 0 !important; vertical-align: 0.28em; border-top: 2.5px solid var(--measured); }
.legend .is-thin::before { border-top-width: 1px; }
.legend .is-dashed::before, .legend .is-predicted::before { border-top: 2.5px dashed var(--theory); }
.legend .is-law::before { border-top-color: var(--theory); }
.legend .is-wrong::before { border-top-color: var(--refuted); }
.legend .is-bar::before { border-top-width: 4px; }
.is-ribbon::before { background: var(--ribbon); }
.is-finite::before { background: var(--finite); }
.is-bars::before { background: var(--measured); opacity: 0.55; }
.is-band::before { background: var(--band); border: solid var(--band-edge); border-width: 0 1.5px; }
.legend .is-ring::before { width: 0.6em; height: 0.6em; border: 1.3px solid var(--ink); border-radius: 50%; }
.legend .is-ticks::before { width: 0.7em; background: repeating-linear-gradient(90deg, var(--measured) 0 1.5px, transparent 1.5px 4px); }
@media screen and (max-width: 60rem) {
  .charts:has(> * + *) { grid-template-columns: minmax(0, 1fr); }
  .statements { grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); }
}
@media screen and (max-width: 46rem) {
  .about div { grid-template-columns: 1fr; gap: 0; }
  /* A drawing shrinks with the screen; its letters must not. */
  .layers .plot, .phases .plot { font-size: 24px; }
  .sample .plot, .statement .plot, .inside .plot { font-size: 16px; }
}
`;
