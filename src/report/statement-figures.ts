import type { EvidenceRecord } from '../claim/index.ts';
import { legend } from './legend.ts';
import { type Markup, markup } from './markup.ts';
import { statementFigure } from './statement-figure.ts';

/** What a claim says, statement by statement, with one legend for all. */
export function statementFigures(statements: readonly EvidenceRecord[]): Markup {
  const key = legend(['ticks', 'bar', 'predicted', 'band']);

  return markup`<div class="statements">
${statements.map((one) => statementFigure(one, statements.length === 1))}
${key}
</div>`;
}
