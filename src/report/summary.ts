import { type ClaimRecord, complaints, type RunRecord } from '../claim/index.ts';
import { anchor } from './anchor.ts';
import { VERDICTS } from './badge.ts';
import { fails } from './failing.ts';
import { count, counted } from './format.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { both, type Label, said } from './words.ts';

/** A run's verdict in a sentence: `9 claims: 9 supported; 28 controls, all refuted.` */
export function sentence({ claims }: RunRecord): Label {
  const verdicts = (['supported', 'refuted', 'undecided'] as const)
    .map((verdict) => ({ name: VERDICTS[verdict], of: claims.filter((claim) => claim.verdict === verdict).length }))
    .filter(({ of }) => of > 0);
  const controls = controlsOf(claims);
  const en = verdicts.map(({ name, of }) => `${count(of)} ${name.en}`).join(', ') || 'nothing judged';
  const zh = verdicts.map(({ name, of }) => `${count(of)} 个${name.zh}`).join('，') || '没有判定';
  return {
    en: `${counted(claims.length, 'claim')}: ${en}; ${controls.en}.`,
    zh: `${count(claims.length)} 个论断：${zh}；${controls.zh}。`,
  };
}

/** The top of the page: the verdict, what it is of, and what failed before anything else. */
export function summary(run: RunRecord): Markup {
  const { en, zh } = sentence(run);
  const standing = run.ok
    ? markup`<h1 class="supported"><b aria-hidden="true">✓</b> ${both(en, zh)}</h1>`
    : markup`<h1 class="refuted"><b aria-hidden="true">✗</b> ${both(`Failed. ${en}`, `未通过。${zh}`)}</h1>`;
  return markup`${partial(run)}
${standing}
${run.ok ? EMPTY : failures(run)}`;
}

function partial({ partial, of, claims }: RunRecord): Markup {
  if (!partial) return EMPTY;
  const judged = count(claims.length);
  const [en, zh] =
    of === null
      ? [`${counted(claims.length, 'claim')}, of some of the spec files`, `${judged} 个论断，来自部分规格文件`]
      : [`${judged} of ${counted(of, 'claim')}`, `${count(of)} 个论断中的 ${judged} 个`];
  return markup`<p class="partial">${both(
    markup`<strong>A partial run: ${en}.</strong> What was left out may be otherwise.`,
    markup`<strong>部分运行：${zh}。</strong>未运行的部分可能并非如此。`,
  )}</p>`;
}

function failures({ claims, errors, tests }: RunRecord): Markup {
  const failed = claims
    .filter(fails)
    .map(
      (claim) =>
        markup`<li><a href="#${anchor(claim.id)}">${claim.id}</a>: ${said({ en: claim.sentence, ...(claim.text.zh && { zh: claim.text.zh.sentence }) })} <small>${complaints(claim).join('; ')}</small></li>`,
    );
  const raised = errors.map((error) => markup`<li>${both('error', '错误')}: <pre>${error}</pre></li>`);
  const broken =
    tests.failed === 0
      ? EMPTY
      : markup`<li>${both(
          `${counted(tests.failed, 'test')} failed, ${count(tests.passed)} passed (a claim that fails is a test that fails)`,
          `${count(tests.failed)} 个测试未通过，${count(tests.passed)} 个通过（未通过的论断也是未通过的测试）`,
        )}</li>`;
  return markup`<ul class="failures">
${failed}
${raised}
${broken}
</ul>`;
}

function controlsOf(claims: readonly ClaimRecord[]): Label {
  const all = claims.flatMap((claim) => claim.controls);
  const refuted = all.filter((control) => control.verdict === 'refuted').length;
  if (all.length === 0) return { en: 'no controls', zh: '没有对照' };
  const every = refuted === all.length;
  return {
    en: `${counted(all.length, 'control')}, ${every ? 'all' : `${count(refuted)} of them`} refuted`,
    zh: `${count(all.length)} 个对照，${every ? '全部' : `其中 ${count(refuted)} 个`}被否定`,
  };
}
