import type { JsonNumber, ModelLayerRecord, ModelRecord } from '../claim/index.ts';
import { count, number } from './format.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { type Column, table } from './table.ts';
import { both } from './words.ts';

const COLUMNS: readonly Column[] = [
  { en: 'layer', zh: '层' },
  { en: 'kind', zh: '类型' },
  { en: '#output', zh: '#输出' },
  { en: '#std', zh: '#标准差' },
  { en: '#mean', zh: '#均值' },
  { en: '#gradient std', zh: '#梯度标准差' },
  { en: '#dead', zh: '#死亡' },
  { en: '#saturated', zh: '#饱和' },
  { en: '#√fan_in·std', zh: '#√fan_in·std' },
];

/** The layers of a checked model, each by its medians over networks; those by which the signal is judged are bold. */
export function modelTable({ name, input, networks, layers, untraced }: ModelRecord): Markup {
  const caption = both(
    `${name}; ${input}. Medians over ${count(networks)} networks. Where a name is bold, the signal is judged: there it leaves a depth.`,
    `${name}；输入：${input}。${count(networks)} 个网络的中位数。名称为粗体处判定信号：信号由此离开该深度。`,
  );
  return markup`<section class="model"><h2>${both('The model', '模型')}</h2>
${table(COLUMNS, layers.map(row), caption)}
${untraced.length === 0 ? EMPTY : notLookedInto(untraced)}
</section>`;
}

function row({
  name,
  kind,
  activation,
  shape,
  judged,
  std,
  mean,
  gradientStd,
  dead,
  saturated,
  gain,
}: ModelLayerRecord): Markup[] {
  return [
    judged ? markup`<b>${name}</b>` : markup`${name}`,
    markup`${activation ? `${kind} ${activation}` : kind}`,
    markup`${shape.join(' × ')}`,
    ...[std, mean, gradientStd].map(value),
    ...[dead, saturated].map(share),
    value(gain),
  ];
}

function notLookedInto(untraced: ModelRecord['untraced']): Markup {
  const items = untraced.map(({ name, kind, why }) => markup`<li>${name} (${kind}): ${why}</li>`);
  return markup`<p>${both('Not looked into:', '未能查看：')}</p><ul>${items}</ul>`;
}

const value = (one: JsonNumber | null): Markup => markup`${one === null ? '–' : number(one, 4)}`;

const share = (one: JsonNumber | null): Markup => markup`${one === null ? '–' : `${number(100 * Number(one), 3)}%`}`;
