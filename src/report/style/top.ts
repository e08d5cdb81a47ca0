/** The head of the page: name, switches, verdict, facts; and the foot. */
export const TOP: string = `
.top { padding-top: clamp(1.2rem, 4vw, 2.6rem); }
.bar { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem 2rem; align-items: baseline; }
.name { margin: 0; color: var(--quiet); }
.name strong { margin-right: 0.5em; color: var(--ink); letter-spacing: 0.02em; }
.switches { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; color: var(--quiet); font-size: 0.86rem; }
.switches fieldset { display: flex; gap: 0.7rem; align-items: center; }
.switches legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.switches label { cursor: pointer; }
.switches input { margin: 0 0.35em 0 0; accent-color: var(--measured); }
.switches label:has(:checked) { color: var(--ink); }
.partial { margin: 1.2rem 0 1.4rem; padding: 0.7rem 1rem; border-left: 4px solid var(--undecided); background: var(--shade); }
.failures { margin: 0 0 1.8rem; padding: 1rem 1.2rem 1rem 2.2rem; border-left: 4px solid var(--refuted); background: var(--card); }
.failures li + li { margin-top: 0.4rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.8rem, 1fr)); gap: 1rem; }
dt { color: var(--quiet); font-size: 0.85rem; }
.facts dd { font-weight: 600; font-variant-numeric: tabular-nums; }
.facts small { display: block; font-weight: 400; }
.rerun { margin: 1.6rem 0 0; color: var(--quiet); font-size: 0.92rem; }
.rerun code { padding: 0.2em 0.5em; border-radius: 4px; background: var(--shade); color: var(--ink); user-select: all; }
.reading { margin-top: 3.5rem; max-width: 46rem; color: var(--quiet); }
.reading ul { padding: 0; list-style: none; }
.reading li { margin: 0.45rem 0; }
.reading .badge { margin-right: 0.5em; }
`;
