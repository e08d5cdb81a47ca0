import type { RunRecord } from '../claim/index.ts';
import { count, counted, duration, minute, number, probability } from './format.ts';
import { type Markup, markup } from './markup.ts';
import { rerunAll } from './rerun-all.ts';
import { both } from './words.ts';

/** What a run was made with, and how to make it again. All that depends on the clock is in the block of times. */
export function facts(run: RunRecord): Markup {
  const { seed, backend, sampler, networks, spent, budget, tests, versions, times } = run;
  const share = number((100 * spent) / budget, 2);
  const list = [
    fact(both('seed', '种子'), markup`${seed}`, both(seed === '1' ? 'the default' : 'chosen', seed === '1' ? '默认' : '指定')),
    fact(both('drawn', '抽取'), both(counted(networks, 'network'), `${count(networks)} 个网络`), drawn(sampler)),
    fact(both('backend', '后端'), markup`${backend.name}`, markup`${backend.version}`),
    fact(
      both('error rate spent', '已用错误率'),
      markup`${probability(spent)}`,
      both(`${share}% of the budget, ${probability(budget)}`, `预算 ${probability(budget)} 的 ${share}%`),
    ),
    fact(
      both('tests', '测试'),
      both(`${count(tests.passed)} passed`, `${count(tests.passed)} 个通过`),
      both(`${count(tests.failed)} failed`, `${count(tests.failed)} 个未通过`),
    ),
    fact(both('versions', '版本'), markup`gainsay ${versions.gainsay}`, markup`Node.js ${versions.node}`),
    taken(times),
  ];
  return markup`<dl class="facts">
${list}
</dl>
<p class="rerun">${both('Draw it all again:', '全部重新抽取：')} <code>${rerunAll(run)}</code></p>`;
}

function drawn(sampler: RunRecord['sampler']): Markup {
  return sampler === 'law'
    ? both('in law, where the weights are Gaussian', '权值为高斯分布时按分布律抽取')
    : both('with all their weights', '含全部权值');
}

function taken({ started, seconds }: RunRecord['times']): Markup {
  const [day, time] = minute(started);
  return markup`<div class="times"><dt>${both('started', '开始于')}</dt><dd>${day} <small>${time} · ${duration(seconds)}</small></dd></div>`;
}

function fact(term: Markup, value: Markup, more: Markup): Markup {
  return markup`<div><dt>${term}</dt><dd>${value} <small>${more}</small></dd></div>`;
}
