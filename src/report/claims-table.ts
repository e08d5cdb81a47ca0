import { type ClaimRecord, complaints } from '../claim/index.ts';
import { anchor } from './anchor.ts';
import { claimBadge, controlsRefuted } from './badge.ts';
import { failingFirst, leading } from './failing.ts';
import { band, count, interval, number, probability } from './format.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { table } from './table.ts';
import { typeset } from './typeset.ts';

const COLUMNS = ['verdict', 'claim', '#estimate', '#interval', '#band', '#α', '#networks', '#controls refuted'];

/** All claims, one a row: those that fail first. */
export function claimsTable(claims: readonly ClaimRecord[]): Markup {
  const caption = markup`The numbers are those of a claim’s first statement, or of the first that is not supported; its card has them all.`;
  return table(COLUMNS, failingFirst(claims).map(row), caption);
}

function row(claim: ClaimRecord): Markup[] {
  const statement = leading(claim);
  const wrong = complaints(claim).filter((complaint) => complaint !== claim.verdict);
  return [
    claimBadge(claim),
    markup`${typeset(claim.sentence)}<br><a class="id" href="#${anchor(claim.id)}">${claim.id}</a>${
      wrong.length > 0 ? markup`<br><span class="refuted">✗ ${wrong.join('; ')}</span>` : EMPTY
    }`,
    markup`${number(statement.estimate)}`,
    markup`${interval(statement.interval)}`,
    markup`${band(statement.band)}`,
    markup`${probability(statement.alpha)}`,
    markup`${count(statement.networks)}`,
    markup`${controlsRefuted(claim)}`,
  ];
}
