import { type ClaimRecord, type DiagnosisRecord, explain } from '../claim/index.ts';
import { interval, number, subjectOf } from './format.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { both, labelled, said } from './words.ts';

/** Why a claim fails: what was seen where and what was expected, the variance that its weights behave as if they had, what to try. */
export function diagnosis(claim: ClaimRecord): Markup {
  return markup`<section class="diagnosis"><h3>${both('What went wrong', '问题所在')}</h3>
${claim.diagnosis ? details(claim.diagnosis) : EMPTY}
<details><summary>${both('As the terminal says it', '终端中的说法')}</summary><pre class="explanation">${explain(claim)}</pre></details></section>`;
}

function details({ layer, value, observed, expected, ratio, defects, advice }: DiagnosisRecord): Markup {
  const { en, zh } = labelled(value);
  return markup`<dl class="about">
${layer === null ? EMPTY : item(both('layer', '层'), markup`${String(layer)}`)}
${item(both('observed', '观察到'), both(`${subjectOf(en)}: ${number(observed)}`, `${subjectOf(zh)}：${number(observed)}`))}
${item(both('expected', '应为'), markup`${number(expected)}`)}
${ratio === null ? EMPTY : item(both('weights', '权值'), variance(ratio))}
${defects.length === 0 ? EMPTY : item(both('known for', '通常意味着'), list(defects))}
${advice.length === 0 ? EMPTY : item(both('try', '可尝试'), list(advice))}
</dl>`;
}

function variance(ratio: NonNullable<DiagnosisRecord['ratio']>): Markup {
  const found = `${number(ratio.estimate, 3)} ${interval(ratio, 3)}`;
  const needed = number(ratio.needed, 4);
  return both(
    `they behave as if σ̂_w²/σ_w² were ${found}: fan_in·Var(w) over the ${needed} that is needed`,
    `其表现如同 σ̂_w²/σ_w² 为 ${found}：fan_in·Var(w) 与所需的 ${needed} 之比`,
  );
}

const list = (texts: readonly DiagnosisRecord['advice'][number][]): Markup =>
  markup`<ul>${texts.map((text) => markup`<li>${said(text)}</li>`)}</ul>`;

const item = (term: Markup, words: Markup): Markup => markup`<div><dt>${term}</dt><dd>${words}</dd></div>`;
