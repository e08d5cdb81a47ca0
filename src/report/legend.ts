import { count } from './format.ts';
import { type Markup, markup } from './markup.ts';
import type { Label } from './words.ts';

/** What a chart's marks look like; style/card.ts draws them. */
export type Mark =
  | 'line'
  | 'ribbon'
  | 'thin'
  | 'dashed'
  | 'finite'
  | 'ring'
  | 'band'
  | 'ticks'
  | 'bar'
  | 'predicted'
  | 'bars'
  | 'law'
  | 'wrong'
  | 'own';

/** What they stand for. */
const MARKS: Readonly<Record<Mark, Label>> = {
  line: { en: 'networks: their median', zh: '个网络的中位数' },
  ribbon: { en: 'their range, 1–99%', zh: '其范围，1–99%' },
  thin: { en: 'single networks', zh: '单个网络' },
  dashed: { en: 'mean field', zh: '平均场理论' },
  finite: { en: 'networks in law: theory’s range at this width, 1–99%', zh: '个按分布律抽取的网络：此宽度下的理论范围，1–99%' },
  ring: { en: 'printed in the notebook', zh: '笔记本中打印的值' },
  band: { en: 'claimed band', zh: '论断的区间带' },
  ticks: { en: 'each network', zh: '每个网络' },
  bar: { en: 'interval after so many networks, with the estimate', zh: '若干网络后的置信区间与估计值' },
  predicted: { en: 'predicted', zh: '理论预测' },
  bars: { en: 'weights W, activations h after layer l', zh: '权值 W，第 l 层之后的激活值 h' },
  law: { en: 'the law of its weights', zh: '权值的分布律' },
  wrong: { en: 'median std after each layer, with the defect', zh: '有缺陷时每层之后标准差的中位数' },
  own: { en: 'the claim’s own networks', zh: '论断自己的网络' },
};

/** A mark, and how many networks it is of where that is told. */
export type Swatch = Mark | { readonly kind: Mark; readonly networks: number };

/** What each kind of mark in a chart stands for; the style sheet writes the words, which are the same on every chart. */
export function legend(entries: readonly Swatch[]): Markup {
  const items = entries.map((entry) => {
    const { kind, networks } = typeof entry === 'string' ? { kind: entry, networks: null } : entry;
    return markup`<li class="is-${kind}">${networks === null ? '' : count(networks)}</li>`;
  });
  return markup`<ul class="legend">${items}</ul>`;
}

/** The words of all legends, in both languages. */
export function legendSheet(): string {
  const rule = (select: string, language: keyof Label) =>
    Object.entries(MARKS).map(([mark, words]) => `${select}.is-${mark}::after { content: '${words[language]}'; }`);
  return [...rule('', 'en'), ...rule('body:has(input[value="zh"]:checked) ', 'zh')].join('\n');
}
