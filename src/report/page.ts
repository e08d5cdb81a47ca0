import type { RunRecord } from '../claim/index.ts';
import { card } from './card.ts';
import { facts } from './facts.ts';
import { failingFirst } from './failing.ts';
import { forest } from './forest.ts';
import { frame, NAME } from './frame.ts';
import { EMPTY, markup } from './markup.ts';
import { modelTable } from './model-table.ts';
import { READING } from './reading.ts';
import { SCRIPT } from './script.ts';
import { SWITCHES } from './switches.ts';
import { sentence, summary } from './summary.ts';
import { KEYS_DIALOG, tools } from './tools.ts';
import { both } from './words.ts';

/**
 * A run's record as a page that stands alone: one file, nothing fetched. All of it is there without its script, which only adds
 * filters, keys and exact values. The same record gives the same bytes.
 */
export function page(run: RunRecord): string {
  return frame({
    title: `${run.ok ? '✓' : '✗'} gainsay: ${sentence(run).en}`,
    script: SCRIPT,
    body: markup`<header class="top">
<div class="bar">${NAME}${SWITCHES}</div>
${summary(run)}
${facts(run)}
</header>
<main>
<section class="claims"><h2>${both('The claims', '论断')}</h2>
${tools(run.claims)}
${forest(run.claims)}
</section>
${failingFirst(run.claims).map(card)}
${run.model ? modelTable(run.model) : EMPTY}
</main>
<footer>${READING}</footer>
${KEYS_DIALOG}`,
  });
}
