import type { EvidenceRecord } from '../claim/index.ts';
import { badge } from './badge.ts';
import { band, count, interval, number, probability, subjectOf } from './format.ts';
import { type Markup, markup } from './markup.ts';
import { table } from './table.ts';
import { typeset } from './typeset.ts';

const COLUMNS = ['verdict', 'statement', '#estimate', '#predicted', '#interval', '#band', '#α', '#networks'];

/** What a claim says, statement by statement, and what was seen of it. */
export function statementsTable(statements: readonly EvidenceRecord[]): Markup {
  return table(COLUMNS, statements.map(row), markup`What it says`);
}

function row(one: EvidenceRecord): Markup[] {
  return [
    badge(one.verdict),
    markup`${typeset(subjectOf(one.value.en))} <small>${one.kind}</small>`,
    markup`${number(one.estimate)}`,
    markup`${one.predicted === null ? '–' : number(one.predicted)}`,
    markup`${interval(one.interval)} <small>${one.interval.method}</small>`,
    markup`${band(one.band)}`,
    markup`${probability(one.alpha)}`,
    markup`${count(one.networks)}`,
  ];
}
