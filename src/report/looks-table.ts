import type { EvidenceRecord } from '../claim/index.ts';
import { count, interval, probability, subjectOf } from './format.ts';
import { type Markup, markup } from './markup.ts';
import { table } from './table.ts';
import { typeset } from './typeset.ts';

/** How the interval of each statement shrank while the sample grew, and what each look cost. */
export function looksTable(statements: readonly EvidenceRecord[]): Markup {
  const tables = statements.map(({ value, looks }) =>
    table(
      ['#networks', '#interval', '#α spent'],
      looks.map((look) => [markup`${count(look.n)}`, markup`${interval(look)}`, markup`${probability(look.alpha)}`]),
      typeset(subjectOf(value.en)),
    ),
  );
  return markup`<details><summary>Look by look</summary><div class="looks">
${tables}
</div></details>`;
}
