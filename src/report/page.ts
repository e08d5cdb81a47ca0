import type { RunRecord } from '../claim/index.ts';
import { card } from './card.ts';
import { claimsTable } from './claims-table.ts';
import { facts } from './facts.ts';
import { failingFirst } from './failing.ts';
import { markup } from './markup.ts';
import { READING } from './reading.ts';
import { STYLE } from './style.ts';
import { sentence, summary } from './summary.ts';

/** What the page may load: nothing. Its style is inline, and it has no script. */
export const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A run's record as a page that stands alone: one file, no script, nothing fetched. The same record gives the same bytes. */
export function page(run: RunRecord): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${run.ok ? '✓' : '✗'} gainsay: ${sentence(run)}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="top">
<p class="name"><strong>gainsay</strong> statistical tests of neural-network initialisation</p>
${summary(run)}
${facts(run)}
</header>
<main>
<section class="claims"><h2>The claims</h2>
${claimsTable(run.claims)}
</section>
${failingFirst(run.claims).map(card)}
</main>
<footer>${READING}</footer>
</body>
</html>
`.html;
}
