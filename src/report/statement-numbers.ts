import type { EvidenceRecord } from '../claim/index.ts';
import { band, count, interval, number, probability } from './format.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { both } from './words.ts';

/** A statement's numbers, and look by look how they came about. The style sheet names them, in both languages. */
export function statementNumbers(statement: EvidenceRecord): Markup {
  const { estimate, interval: found, predicted, alpha, networks, looks, objection } = statement;
  const steps = looks.map((look) => markup`<li>${count(look.n)}: ${interval(look)}, α ${probability(look.alpha)}</li>`);
  return markup`<p class="numbers"><span class="of-estimate">${number(estimate)}</span> <span class="of-interval">${interval(found)} <small>${found.method}</small></span> <span class="of-band">${band(statement.band)}</span>${
    predicted === null ? EMPTY : markup` <span class="of-theory">${number(predicted)}</span>`
  } <span class="of-alpha">${probability(alpha)}</span> <span class="of-networks">${count(networks)}</span></p>
${objection ? markup`<p class="undecided">${objection}</p>` : EMPTY}
<details><summary>${both('look by look', '逐次查看')}</summary><ol class="looks">${steps}</ol></details>`;
}
