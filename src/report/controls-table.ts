import type { ControlRecord } from '../claim/index.ts';
import { controlBadge } from './badge.ts';
import { count, interval, number, subjectOf } from './format.ts';
import { type Markup, markup } from './markup.ts';
import { table } from './table.ts';
import { typeset } from './typeset.ts';

const COLUMNS = ['verdict', 'with this defect', 'refuted by', '#estimate', '#interval', '#networks'];

/** The claim put to networks that are wrong on purpose. */
export function controlsTable(controls: readonly ControlRecord[]): Markup {
  if (controls.length === 0) return markup`<p class="note">It has no controls: nothing shows that it could fail.</p>`;
  return table(COLUMNS, controls.map(row), markup`Controls: where it must be refuted`);
}

function row(control: ControlRecord): Markup[] {
  return [
    controlBadge(control),
    markup`${control.defect.en}`,
    control.verdict === 'refuted'
      ? typeset(subjectOf(control.value.en))
      : markup`nothing: ${typeset(subjectOf(control.value.en))} ${control.verdict === 'supported' ? 'lies in its band' : 'is undecided'}`,
    markup`${number(control.estimate)}`,
    markup`${interval(control.interval)} <small>${control.interval.method}</small>`,
    markup`${count(control.networks)}`,
  ];
}
