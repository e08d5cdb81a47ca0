import { type ClaimRecord, complaints, type RunRecord } from '../claim/index.ts';
import { anchor } from './anchor.ts';
import { fails } from './failing.ts';
import { count, counted } from './format.ts';
import { EMPTY, type Markup, markup } from './markup.ts';

/** A run's verdict in a sentence: `9 claims: 9 supported; 28 controls, all refuted.` */
export function sentence({ claims }: RunRecord): string {
  const verdicts = (['supported', 'refuted', 'undecided'] as const)
    .map((verdict) => ({ verdict, of: claims.filter((claim) => claim.verdict === verdict).length }))
    .filter(({ of }) => of > 0)
    .map(({ verdict, of }) => `${count(of)} ${verdict}`);
  return `${counted(claims.length, 'claim')}: ${verdicts.join(', ') || 'nothing judged'}; ${controls(claims)}.`;
}

/** The top of the page: the verdict, what it is of, and what failed before anything else. */
export function summary(run: RunRecord): Markup {
  const standing = run.ok
    ? markup`<h1 class="supported"><b aria-hidden="true">✓</b> ${sentence(run)}</h1>`
    : markup`<h1 class="refuted"><b aria-hidden="true">✗</b> Failed. ${sentence(run)}</h1>`;
  return markup`${partial(run)}
${standing}
${run.ok ? EMPTY : failures(run)}`;
}

function partial({ partial, of, claims }: RunRecord): Markup {
  if (!partial) return EMPTY;
  const part =
    of === null
      ? `${counted(claims.length, 'claim')}, of some of the spec files`
      : `${count(claims.length)} of ${counted(of, 'claim')}`;
  return markup`<p class="partial"><strong>A partial run: ${part}.</strong> What was left out may be otherwise.</p>`;
}

function failures({ claims, errors, tests }: RunRecord): Markup {
  const failed = claims
    .filter(fails)
    .map(
      (claim) =>
        markup`<li><a href="#${anchor(claim.id)}">${claim.id}</a>, “${claim.sentence}”: ${complaints(claim).join('; ')}</li>`,
    );
  const raised = errors.map((error) => markup`<li>error: <pre>${error}</pre></li>`);
  const broken =
    tests.failed === 0
      ? EMPTY
      : markup`<li>${counted(tests.failed, 'test')} failed, ${count(tests.passed)} passed (a claim that fails is a test that fails)</li>`;
  return markup`<ul class="failures">
${failed}
${raised}
${broken}
</ul>`;
}

function controls(claims: readonly ClaimRecord[]): string {
  const all = claims.flatMap((claim) => claim.controls);
  const refuted = all.filter((control) => control.verdict === 'refuted').length;
  if (all.length === 0) return 'no controls';
  return `${counted(all.length, 'control')}, ${refuted === all.length ? 'all' : `${count(refuted)} of them`} refuted`;
}
