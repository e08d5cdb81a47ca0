/** The forest plot of all claims, and the tools above it. */
export const FOREST: string = `
.claims { margin-top: 2.6rem; }
.tools {
  position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem 1.2rem; align-items: center; margin: 0.8rem -0.6rem 0; padding: 0.6rem;
  background: var(--paper); font-size: 0.9rem;
}
.tools[hidden] { display: none; }
.tools fieldset { display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem; }
.tools legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.tools input[type="checkbox"] { margin: 0 0.35em 0 0; accent-color: var(--measured); }
.tools input[type="search"], .tools select, .tools button, dialog button {
  padding: 0.35rem 0.6rem; border: 1px solid var(--quiet); border-radius: 6px; background: var(--card); color: var(--ink); font: inherit;
}
.tools input[type="search"] { flex: 1 1 12rem; min-width: 0; max-width: 24rem; }
.tools button { min-width: 2.2rem; cursor: pointer; }
#shown { color: var(--quiet); font-variant-numeric: tabular-nums; }
#forest { font-size: 0.92rem; line-height: 1.35; }
#forest caption { color: var(--quiet); font-weight: 400; }
#forest td { padding-top: 0.38rem; padding-bottom: 0.38rem; vertical-align: middle; }
#forest th button { padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: inherit; cursor: pointer; }
#forest th[aria-sort="ascending"] button::after { content: ' ▴'; }
#forest th[aria-sort="descending"] button::after { content: ' ▾'; }
#forest a, #forest button { scroll-margin-top: 4.5rem; }
#forest .id { color: var(--quiet); white-space: nowrap; }
#forest tr:hover td { background: var(--shade); }
.strip { min-width: 10rem; width: 15rem; }
.strip .plot { max-width: 15rem; }
.shape { white-space: nowrap; font-size: 0.86rem; font-weight: 600; }
.shape b { display: inline-block; width: 1.1em; text-align: center; }
dialog { max-width: 34rem; padding: 1.4rem 1.8rem; border: 1px solid var(--rule); border-radius: 10px; background: var(--card); color: var(--ink); }
dialog::backdrop { background: #0007; }
dialog dl { margin: 1rem 0; }
dialog dl div { display: grid; grid-template-columns: 4.5rem 1fr; gap: 1rem; padding: 0.2rem 0; }
@media screen and (max-width: 60rem) {
  .tools { position: static; }
  #forest th button { visibility: hidden; }
  #forest thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  #forest, #forest caption, #forest tbody { display: block; }
  #forest tr { display: grid; grid-template-columns: auto 1fr auto; gap: 0.1rem 0.8rem; padding: 0.6rem 0; border-bottom: 1px solid var(--rule); }
  #forest tr[hidden] { display: none; }
  #forest td { display: block; padding: 0; border: 0; text-align: left; white-space: normal; }
  #forest td:nth-child(2), #forest td.strip { grid-column: 1 / -1; width: auto; }
  #forest td:nth-child(1) { grid-column: 1 / -1; order: -1; }
  #forest td:nth-child(6)::after { content: ' networks'; }
  #forest td:nth-child(7)::after { content: ' controls refuted'; }
  body:has(input[value="zh"]:checked) #forest td:nth-child(6)::after { content: ' 个网络'; }
  body:has(input[value="zh"]:checked) #forest td:nth-child(7)::after { content: ' 个对照被否定'; }
  #forest td:nth-child(6), #forest td:nth-child(7) { color: var(--quiet); font-size: 0.85rem; }
  #forest td:nth-child(7) { grid-column: 2 / -1; }
  .strip .plot { max-width: 24rem; }
}
`;
