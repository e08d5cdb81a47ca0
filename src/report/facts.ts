import type { RunRecord } from '../claim/index.ts';
import { count, counted, duration, minute, number, probability } from './format.ts';
import { type Markup, markup } from './markup.ts';
import { rerunAll } from './rerun-all.ts';

/** What a run was made with, and how to make it again. */
export function facts(run: RunRecord): Markup {
  const { seed, backend, sampler, networks, spent, budget, tests, versions, times } = run;
  const share = number((100 * spent) / budget, 2);
  const list: readonly (readonly [string, string, string])[] = [
    ['seed', seed, ''],
    ['drawn', counted(networks, 'network'), `in ${duration(times.seconds)}`],
    ['started', ...minute(times.started)],
    ['backend', backend.name, backend.version],
    ...(sampler === 'law' ? [['sampler', 'in law', 'where the weights are Gaussian'] as const] : []),
    ['error rate spent', probability(spent), `${share}% of the budget, ${probability(budget)}`],
    ['tests', `${count(tests.passed)} passed`, `${count(tests.failed)} failed`],
    ['versions', `gainsay ${versions.gainsay}`, `Node.js ${versions.node}`],
  ];
  const terms = list.map(([term, value, more]) => markup`<div><dt>${term}</dt><dd>${value} <small>${more}</small></dd></div>`);
  return markup`<dl class="facts">
${terms}
</dl>
<p class="rerun">Draw it all again: <code>${rerunAll(run)}</code></p>`;
}
