import type { ClaimRecord, ControlRecord, EvidenceRecord } from '../claim/index.ts';
import { fails } from './failing.ts';
import { EMPTY, type Markup, markup } from './markup.ts';

type Verdict = EvidenceRecord['verdict'];

/** A verdict is told by its word and its shape; the colour only helps. */
const SHAPES: Readonly<Record<Verdict, string>> = { supported: '✓', refuted: '✗', undecided: '?' };

export function badge(verdict: Verdict): Markup {
  return markup`<span class="badge ${verdict}"><b>${SHAPES[verdict]}</b> ${verdict}</span>`;
}

/** A claim's verdict. One that is supported can fail all the same: by a control that was not refuted. */
export function claimBadge(claim: ClaimRecord): Markup {
  const yet = claim.verdict === 'supported' && fails(claim);
  return markup`${badge(claim.verdict)}${yet ? markup` <span class="badge refuted"><b>✗</b> but fails</span>` : EMPTY}`;
}

/** A control's verdict: *refuted* is what is wanted of it. */
export function controlBadge({ verdict }: ControlRecord): Markup {
  return verdict === 'refuted'
    ? markup`<span class="badge supported"><b>✓</b> refuted, as it must be</span>`
    : markup`<span class="badge refuted"><b>✗</b> ${verdict}, not refuted</span>`;
}

/** `3/4`: how many of a claim's controls are refuted. */
export function controlsRefuted({ controls }: ClaimRecord): string {
  return `${controls.filter((control) => control.verdict === 'refuted').length}/${controls.length}`;
}
