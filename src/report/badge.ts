import type { ClaimRecord, ControlRecord, EvidenceRecord } from '../claim/index.ts';
import { fails } from './failing.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { both, type Label } from './words.ts';

export type Verdict = EvidenceRecord['verdict'];

/** A verdict is told by its word and its shape; the colour only helps. */
export const SHAPES: Readonly<Record<Verdict, string>> = { supported: '✓', refuted: '✗', undecided: '?' };

export const VERDICTS: Readonly<Record<Verdict, Label>> = {
  supported: { en: 'supported', zh: '支持' },
  refuted: { en: 'refuted', zh: '否定' },
  undecided: { en: 'undecided', zh: '未决' },
};

export function badge(verdict: Verdict): Markup {
  return shaped(verdict, SHAPES[verdict], VERDICTS[verdict]);
}

/** A claim's verdict. One that is supported can fail all the same: by a control that was not refuted. */
export function claimBadge(claim: ClaimRecord): Markup {
  const yet = claim.verdict === 'supported' && fails(claim);
  return markup`${badge(claim.verdict)}${yet ? markup` ${shaped('refuted', '✗', { en: 'but fails', zh: '但未通过' })}` : EMPTY}`;
}

/** A control's verdict: *refuted* is what is wanted of it. */
export function controlBadge({ verdict }: ControlRecord): Markup {
  const { en, zh } = VERDICTS[verdict];
  return verdict === 'refuted'
    ? shaped('supported', '✓', { en: 'refuted', zh: '被否定' })
    : shaped('refuted', '✗', { en: `${en}, not refuted`, zh: `${zh}，未被否定` });
}

/** `3/4`: how many of a claim's controls are refuted. */
export function controlsRefuted({ controls }: ClaimRecord): string {
  return `${controls.filter((control) => control.verdict === 'refuted').length}/${controls.length}`;
}

function shaped(looks: Verdict, shape: string, { en, zh }: Label): Markup {
  return markup`<span class="badge ${looks}">${both(`${shape} ${en}`, `${shape} ${zh}`)}</span>`;
}
