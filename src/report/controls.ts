import type { ControlRecord, LayersRecord } from '../claim/index.ts';
import { controlBadge } from './badge.ts';
import { controlLayers } from './control-layers.ts';
import { count, interval, number, subjectOf } from './format.ts';
import { legend } from './legend.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { normalised } from './normalised.ts';
import { strip } from './strip.ts';
import { both, labelled, said } from './words.ts';

/** The claim put to networks that are wrong on purpose: a small picture for each, its refutation (of which statement, where there are several), and the mistake that it stands for. */
export function controls(all: readonly ControlRecord[], claimed: LayersRecord | null, statements: number): Markup {
  if (all.length === 0) {
    return markup`<p class="note">${both('No controls were drawn for it.', '未为其抽取对照。')}</p>`;
  }
  const pictures = all.map((control) => picture(control, claimed, statements));
  const layered = pictures.some(({ html }) => html.includes('class="mini"'));
  const key = layered ? legend(['wrong', 'own', 'band']) : EMPTY;
  return markup`<section class="controls"><h3>${both('Controls: where it must be refuted', '对照：必须被否定之处')}</h3>
<div class="multiples">
${pictures}
</div>
${key}</section>`;
}

function picture(control: ControlRecord, claimed: LayersRecord | null, statements: number): Markup {
  const { defect, stands, value, verdict, estimate, interval: found, networks } = control;
  const { en, zh } = labelled(value);
  const layers = controlLayers(control, claimed);
  return markup`<figure class="control"><figcaption>${controlBadge(control)} <strong>${said(defect)}</strong></figcaption>
${layers.html === '' ? EMPTY : markup`<div class="mini">${layers}</div>`}
${strip(verdict, normalised({ ...control, predicted: null }))}
<p>${statements > 1 ? markup`${said({ en: subjectOf(en), ...(value.zh && { zh: subjectOf(zh) }) })}: ` : EMPTY}<b>${number(estimate)}</b> ${interval(found)} <small>${found.method}, <span class="of-networks">${count(networks)}</span></small></p>
${stands.en === '' ? EMPTY : markup`<p class="stands">${said(stands)}</p>`}
</figure>`;
}
