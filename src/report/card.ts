import { type ClaimRecord, explain, statementsOf } from '../claim/index.ts';
import { anchor } from './anchor.ts';
import { claimBadge } from './badge.ts';
import { controlsTable } from './controls-table.ts';
import { fails } from './failing.ts';
import { layersChart } from './layers-chart.ts';
import { looksTable } from './looks-table.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { samples } from './samples.ts';
import { statementsTable } from './statements-table.ts';
import { typeset } from './typeset.ts';

/** All there is to know of one claim; what went wrong comes first. */
export function card(claim: ClaimRecord): Markup {
  const { id, sentence, text, layers, controls, rerun } = claim;
  const statements = statementsOf(claim);
  const failure = fails(claim);
  return markup`<article id="${anchor(id)}" class="${failure ? 'failed' : 'passed'}">
<header>${claimBadge(claim)} <a class="id" href="#${anchor(id)}">${id}</a>
<h2>${typeset(sentence)}</h2>
${text.zh ? markup`<p lang="zh">${text.zh.sentence}</p>` : EMPTY}</header>
${failure ? markup`<pre class="explanation">${explain(claim)}</pre>` : EMPTY}
${about(claim)}
<div class="charts ${layers ? 'with-layers' : 'without-layers'}">
${layers ? layersChart(layers, statements) : EMPTY}
${samples(statements)}
</div>
${statementsTable(statements)}
${looksTable(statements)}
${controlsTable(controls)}
<p class="rerun">Draw this verdict again: <code>${rerun}</code></p>
</article>`;
}

function about({ subject, formula, text, source, unit }: ClaimRecord): Markup {
  const list: readonly (readonly [string, Markup])[] = [
    ['of', markup`${subject}`],
    ['formula', markup`<span class="formula">${typeset(formula)}</span>`],
    ['because', typeset(text.en.because)],
    ['source', markup`${source}`],
    ['unit', markup`${unit}`],
  ];
  const terms = list
    .filter(([, words]) => words.html.replace(/<[^>]*>/g, '') !== '')
    .map(([term, words]) => markup`<div><dt>${term}</dt><dd>${words}</dd></div>`);
  return markup`<dl class="about">
${terms}
</dl>`;
}
