import type { EvidenceRecord } from '../claim/index.ts';
import { legend } from './legend.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { sampleChart } from './sample-chart.ts';

/** A chart for each statement that has something to show, and one legend for them all. */
export function samples(statements: readonly EvidenceRecord[]): Markup {
  const charts = statements.map(sampleChart).filter(({ html }) => html !== '');
  if (charts.length === 0) return EMPTY;
  const key = legend([
    ['bar', 'estimate, interval'],
    ['ticks', 'each network'],
    ['dashed', 'predicted'],
    ['band', 'claimed band'],
  ]);
  return markup`<div class="samples">
${charts}
${key}
</div>`;
}
