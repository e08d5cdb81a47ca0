/** Tables, which are stacks of lists on a narrow screen. */
export const TABLES: string = `
.scroll { overflow-x: auto; }
table { width: 100%; margin-top: 1.2rem; border-collapse: collapse; font-size: 0.92rem; line-height: 1.4; }
caption { padding-bottom: 0.5rem; text-align: left; font-weight: 600; }
th { padding: 0.3rem 1.1rem 0.4rem 0; border-bottom: 1.5px solid var(--quiet); color: var(--quiet); font-size: 0.82rem; font-weight: 400; text-align: left; vertical-align: bottom; overflow-wrap: normal; }
td { padding: 0.55rem 1.1rem 0.55rem 0; border-bottom: 1px solid var(--rule); vertical-align: baseline; }
.num { text-align: right; font-variant-numeric: tabular-nums; }
td.num { white-space: nowrap; }
th:last-child, td:last-child { padding-right: 0; }
td small { display: block; }
details { margin-top: 0.9rem; }
.model { margin-top: 2.8rem; }
.model caption { max-width: 62rem; color: var(--quiet); font-weight: 400; }
summary { width: max-content; max-width: 100%; color: var(--quiet); font-size: 0.92rem; cursor: pointer; }
@media screen and (max-width: 46rem) {
  .scroll thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .scroll table, .scroll caption, .scroll tbody, .scroll tr { display: block; }
  .scroll tr { padding: 0.6rem 0; border-bottom: 1px solid var(--rule); }
  .scroll td { display: grid; grid-template-columns: 6.4rem 1fr; gap: 0.6rem; padding: 0.16rem 0; border: 0; }
  .scroll td::before { content: attr(data-en); color: var(--quiet); font-size: 0.85rem; }
  body:has(input[value="zh"]:checked) .scroll td::before { content: attr(data-zh); }
  .scroll .num { text-align: left; }
  .scroll td.num, .scroll td .badge { white-space: normal; }
}
`;
