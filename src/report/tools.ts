import type { ClaimRecord } from '../claim/index.ts';
import { VERDICTS } from './badge.ts';
import { type Markup, markup } from './markup.ts';
import { both, type Label } from './words.ts';

const SORTS: readonly (readonly [string, Label])[] = [
  ['order', { en: 'failing first', zh: '未通过者在前' }],
  ['id', { en: 'by name', zh: '按名称' }],
  ['margin', { en: 'by margin', zh: '按余量' }],
  ['networks', { en: 'by networks', zh: '按网络数' }],
];

/** What the page's script works with: filter, sorting, help. Hidden where there is no script. */
export function tools(claims: readonly ClaimRecord[]): Markup {
  const verdicts = (['supported', 'refuted', 'undecided'] as const).filter((verdict) =>
    claims.some((claim) => claim.verdict === verdict),
  );
  const boxes = verdicts.map(
    (verdict) =>
      markup`<label><input type="checkbox" name="verdict" value="${verdict}" checked>${both(VERDICTS[verdict].en, VERDICTS[verdict].zh)}</label>`,
  );
  // An option holds text only: the script puts the other language in.
  const options = SORTS.map(
    ([key, { en, zh }]) => markup`<option value="${key}" data-text-en="${en}" data-text-zh="${zh}">${en}</option>`,
  );
  return markup`<div class="tools" hidden>
<input type="search" id="filter" aria-label="filter the claims" data-label-en="filter the claims" data-label-zh="筛选论断" placeholder="filter  /" data-placeholder-en="filter  /" data-placeholder-zh="筛选  /">
<fieldset><legend>${both('Verdict', '判定')}</legend>${boxes}</fieldset>
<select id="sort" aria-label="sort the claims" data-label-en="sort the claims" data-label-zh="排序">${options}</select>
<output id="shown" aria-live="polite"></output>
<button type="button" id="help" aria-label="keys" data-label-en="keys" data-label-zh="快捷键">?</button>
</div>`;
}

const KEYS: readonly (readonly [string, Label])[] = [
  ['/', { en: 'to the filter; Esc empties it', zh: '到筛选框；Esc 清空' }],
  ['j  k', { en: 'next claim, previous claim', zh: '下一个、上一个论断' }],
  ['f', { en: 'next claim that fails', zh: '下一个未通过的论断' }],
  ['t', { en: 'to the top', zh: '回到顶部' }],
  ['l', { en: 'language', zh: '语言' }],
  ['d', { en: 'light or dark', zh: '浅色或深色' }],
  [
    '←  →',
    {
      en: 'through the values of a chart that has the focus; Home and End for its ends',
      zh: '在获得焦点的图中逐值移动；Home 和 End 到两端',
    },
  ],
  ['?', { en: 'this list', zh: '此列表' }],
];

/** The keys that the script listens to. */
export const KEYS_DIALOG: Markup = markup`<dialog id="keys" aria-labelledby="keys-title"><form method="dialog">
<h2 id="keys-title">${both('Keys', '快捷键')}</h2>
<dl>${KEYS.map(([key, { en, zh }]) => markup`<div><dt><kbd>${key}</kbd></dt><dd>${both(en, zh)}</dd></div>`)}</dl>
<button>${both('Close', '关闭')}</button>
</form></dialog>`;
