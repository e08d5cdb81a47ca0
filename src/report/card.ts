import { type ClaimRecord, type LayersRecord, statementsOf } from '../claim/index.ts';
import { anchor } from './anchor.ts';
import { claimBadge } from './badge.ts';
import { controls } from './controls.ts';
import { diagnosis } from './diagnosis.ts';
import { fails } from './failing.ts';
import { formula } from './formula.ts';
import { histograms } from './histograms.ts';
import { layersChart } from './layers-chart.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { statementFigures } from './statement-figures.ts';
import { both, said } from './words.ts';

/** All there is to know of one claim; what went wrong comes first. */
export function card(claim: ClaimRecord): Markup {
  const { id, rerun } = claim;
  const [layers, gradient] = [claim.layers, claim.gradient].map(deep);
  const statements = statementsOf(claim);
  const failed = fails(claim);
  const pictures = [
    ...[layers, gradient].flatMap((one) => (one ? [layersChart(one, statements)] : [])),
    ...(claim.histograms ? [histograms(claim.histograms)] : []),
  ];
  return markup`<article id="${anchor(id)}" data-id="${id}" tabindex="-1" class="${failed ? 'failed' : 'passed'}">
<header>${claimBadge(claim)} <a class="id" href="#${anchor(id)}">${id}</a>
<h2>${words(claim, 'sentence')}</h2>
${paragraph(claim)}</header>
${failed ? diagnosis(claim) : EMPTY}
${about(claim)}
<div class="charts">
${pictures.length > 0 ? markup`<div>${pictures}</div>` : EMPTY}
${statementFigures(statements)}
</div>
${controls(claim.controls, layers, statements.length)}
<p class="rerun">${both('Draw this verdict again:', '重新得出此判定：')} <code>${rerun}</code></p>
</article>`;
}

/** Layers worth a chart: one layer has no course. */
function deep(layers: LayersRecord | null): LayersRecord | null {
  return layers !== null && layers.median.length > 1 ? layers : null;
}

/** Some of a claim's words; nothing where there are none. */
function words({ text: { en, zh } }: ClaimRecord, which: keyof ClaimRecord['text']['en']): Markup {
  return said({ en: en[which], ...(zh?.[which] && { zh: zh[which] }) });
}

function paragraph(claim: ClaimRecord): Markup {
  return claim.text.en.teaches === '' ? EMPTY : markup`<p class="teaches">${words(claim, 'teaches')}</p>`;
}

function about(claim: ClaimRecord): Markup {
  const { subject, source, unit, place } = claim;
  const rows = [
    claim.formula === '' ? EMPTY : markup`<div class="formula">${formula(claim.formula)}</div>`,
    row(both('of', '对象'), subject),
    row(both('source', '来源'), source),
    row(both('unit', '单位'), unit),
    place ? row(both('written in', '写于'), place.line === null ? place.file : `${place.file}:${place.line}`) : EMPTY,
  ];
  return markup`<dl class="about">
${rows.slice(1)}
</dl>
${rows[0]}
<details><summary>${both('How its bands were derived', '区间带的推导')}</summary><p class="because">${words(claim, 'because')}</p></details>`;
}

function row(term: Markup, words: string): Markup {
  return words === '' ? EMPTY : markup`<div><dt>${term}</dt><dd>${words}</dd></div>`;
}
