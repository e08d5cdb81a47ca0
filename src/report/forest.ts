import { type ClaimRecord, complaints } from '../claim/index.ts';
import { anchor } from './anchor.ts';
import { controlsRefuted, SHAPES, VERDICTS } from './badge.ts';
import { failingFirst, fails, leading } from './failing.ts';
import { count, interval, number } from './format.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { margin, normalised } from './normalised.ts';
import { strip, stripAxis } from './strip.ts';
import { both, said } from './words.ts';

/** All claims as a forest plot: one a row, those that fail first; each row leads to its card. */
export function forest(claims: readonly ClaimRecord[]): Markup {
  const heads = [
    head('verdict', both('verdict', '判定')),
    head('id', both('claim', '论断')),
    head('margin', markup`${both('against its band', '与区间带对照')}${stripAxis()}`, 'strip'),
    head('estimate', both('estimate', '估计值'), 'num'),
    markup`<th scope="col" class="num">${both('interval', '置信区间')}</th>`,
    head('networks', both('networks', '网络数'), 'num'),
    head('controls', both('controls refuted', '被否定的对照'), 'num'),
  ];
  return markup`<table id="forest">
<caption>${both(
    'Each interval against the band that its claim names, from −1 to 1 on a common scale; the line is what theory predicts. The numbers are those of a claim’s first statement, or of the first that is not supported.',
    '每个置信区间与论断所述的区间带对照，区间带在统一尺度上为 −1 到 1；竖线是理论预测值。数字属于论断的第一条陈述，或第一条未得到支持的陈述。',
  )}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${failingFirst(claims).map(row)}
</tbody></table>`;
}

function head(key: string, words: Markup, kind = 'txt'): Markup {
  return markup`<th scope="col" class="${kind}" data-sort="${key}" aria-sort="none">${words}</th>`;
}

function row(claim: ClaimRecord, order: number): Markup {
  const { id, sentence, text, verdict } = claim;
  const statement = leading(claim);
  const on = normalised(statement);
  const wrong = complaints(claim).filter((complaint) => complaint !== verdict);
  const refuted = claim.controls.filter((control) => control.verdict === 'refuted').length;
  return markup`<tr data-id="${id}" data-order="${String(order)}" data-verdict="${verdict}" data-fails="${fails(claim) ? '1' : '0'}" data-estimate="${sortable(Number(statement.estimate))}" data-margin="${sortable(margin(on))}" data-networks="${String(statement.networks)}" data-controls="${String(refuted)}">
<td><span class="shape ${fails(claim) ? 'refuted' : verdict}"><b aria-hidden="true">${SHAPES[verdict]}</b> ${both(VERDICTS[verdict].en, VERDICTS[verdict].zh)}</span></td>
<td><a href="#${anchor(id)}">${said({ en: sentence, ...(text.zh && { zh: text.zh.sentence }) })}</a> <span class="id">${id}</span>${
    wrong.length > 0 ? markup`<br><span class="refuted">✗ ${wrong.join('; ')}</span>` : EMPTY
  }</td>
<td class="strip">${strip(statement.verdict, on)}</td>
<td class="num">${number(statement.estimate)}</td>
<td class="num">${interval(statement.interval)}</td>
<td class="num">${count(statement.networks)}</td>
<td class="num">${controlsRefuted(claim)}</td>
</tr>`;
}

/** A number as a script sorts by it. */
const sortable = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : String(value));
