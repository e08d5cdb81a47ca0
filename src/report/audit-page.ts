import { type AuditRecord, type Fault, faultsOf, folded, type Folded, isAbout } from '../audit/index.ts';
import { fromJson, type JsonNumber } from '../claim/index.ts';
import { auditSentence } from './audit-sentence.ts';
import { count, duration, interval, minute, number, probability } from './format.ts';
import { frame, NAME } from './frame.ts';
import { pictures } from './histograms.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { SWITCHES } from './switches.ts';
import { type Column, table } from './table.ts';
import { both, said } from './words.ts';

const SHEET =
  '.histograms { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 0.8rem; } .histograms figure { margin: 0; }';

/** An audit's record as a page that stands alone: one file, no script, nothing fetched. The same record gives the same bytes. */
export function auditPage(record: AuditRecord): string {
  const { en, zh } = auditSentence(record);
  const groups = folded(record);
  const faults = faultsOf(record);
  return frame({
    sheet: SHEET,
    title: `${record.ok ? '✓' : '✗'} gainsay audit: ${en}`,
    body: markup`<header class="top">
<div class="bar">${NAME}${SWITCHES}</div>
<h1 class="${record.ok ? 'supported' : 'refuted'}"><b aria-hidden="true">${record.ok ? '✓' : '✗'}</b> ${both(en, zh)}</h1>
${facts(record)}
</header>
<main>
${faults.length === 0 ? EMPTY : markup`<article><h2>${both('What is wrong, or worth a look', '错误，或值得一看之处')}</h2><ul>${faults.map((fault) => item(fault, record.files.length > 1))}</ul></article>`}
<article><h2>${both('The tensors', '张量')}</h2>
${tensorTable(groups)}
</article>
${record.chains.map(chain)}
${histogramsOf(groups, record)}
${skipped(record)}
</main>
<footer>${READING}</footer>`,
  });
}

function facts({ files, layout, alpha, spent, tensors, versions, times, rerun }: AuditRecord): Markup {
  const numbers = tensors.reduce((sum, tensor) => sum + tensor.numbers, 0);
  const [day, time] = minute(times.started);
  const list = [
    [both('read', '读取'), markup`${files.join(', ')}`, both(`${count(numbers)} numbers`, `${count(numbers)} 个数`)],
    [both('layout', '轴的次序'), markup`${layout === 'torch' ? '(out, in, k…)' : '(k…, in, out)'}`, markup`${layout}`],
    [
      both('error rate spent', '已用错误率'),
      markup`${probability(spent)}`,
      both(`${probability(alpha)} a tensor`, `每个张量 ${probability(alpha)}`),
    ],
    [both('versions', '版本'), markup`gainsay ${versions.gainsay}`, markup`Node.js ${versions.node}`],
  ].map(([term, value, more]) => markup`<div><dt>${term}</dt><dd>${value} <small>${more}</small></dd></div>`);
  return markup`<dl class="facts">
${list}
<div class="times"><dt>${both('started', '开始于')}</dt><dd>${day} <small>${time} · ${duration(times.seconds)}</small></dd></div>
</dl>
<p class="rerun">${both('Do it again:', '再做一次：')} <code>${rerun}</code></p>`;
}

function item({ severity, file, tensors, says, advice }: Fault, several: boolean): Markup {
  const sign = severity === 'error' ? '✗' : '·';
  const names = tensors.length > 8 ? [...tensors.slice(0, 7), `… ${tensors.length - 7}`] : tensors;
  return markup`<li class="${severity === 'error' ? 'refuted' : 'undecided'}"><b aria-hidden="true">${sign}</b> ${several && file !== null ? markup`<small>${file}</small> ` : EMPTY}<code>${names.join(', ')}</code> ${said(says)}${advice ? markup`<br><small>${both('try:', '试试：')} ${said(advice)}</small>` : EMPTY}</li>`;
}

const COLUMNS: readonly Column[] = [
  { en: 'tensor', zh: '张量' },
  { en: '#shape', zh: '#形状' },
  { en: '#mean', zh: '#均值' },
  { en: '#std', zh: '#标准差' },
  '#√fan_in·std',
  { en: '#largest |w|/std', zh: '#最大 |w|/标准差' },
  { en: '#kurtosis', zh: '#峰度' },
  { en: '#zeros', zh: '#零' },
  { en: 'law', zh: '分布' },
  { en: 'schemes that fit', zh: '相符的方案' },
  { en: 'expected', zh: '期望' },
];

/** Rows at most: the record has them all. */
const ROWS = 1000;

function tensorTable(groups: readonly Folded[]): Markup {
  const rows = groups.slice(0, ROWS).map(({ name, tensors, schemes }) => {
    const [{ shape, fanIn, fanOut, mean, std, gain, activation, largest, kurtosis, zeros, law, expected }] = tensors;
    const many =
      tensors.length > 1 ? markup` <small>${both(`${tensors.length} tensors`, `${tensors.length} 个张量`)}</small>` : EMPTY;
    return [
      markup`<code>${name}</code>${many}`,
      markup`${shape.join(' × ') || '1'}${fanIn === null ? EMPTY : markup` <small>${both(`fan ${fanIn} → ${String(fanOut)}`, `扇入 ${fanIn} 扇出 ${String(fanOut)}`)}</small>`}`,
      markup`${short(mean)}`,
      withInterval(std),
      gain ? markup`${withInterval(gain)}${activation === null ? EMPTY : markup` <small>→ ${activation}</small>`}` : markup`–`,
      markup`${short(largest)}`,
      markup`${short(kurtosis)}`,
      markup`${number(100 * zeros, 3)}%`,
      said(law),
      markup`${schemes.join(', or ') || '–'}`,
      expected ? markup`<span class="${expected.verdict}">${SHAPES[expected.verdict]} ${said(expected.says)}</span>` : markup`–`,
    ];
  });
  const left = groups.length - ROWS;
  const caption = left > 0 ? both(`${left} rows more are in audit.json`, `另有 ${left} 行在 audit.json 中`) : undefined;
  return table(COLUMNS, rows, caption);
}

const SHAPES = { supported: '✓', refuted: '✗', undecided: '?' } as const;

const short = (value: JsonNumber): string => (Number.isNaN(fromJson(value)) ? '–' : number(value, 4));

function withInterval({ estimate, interval: between }: AuditRecord['tensors'][number]['std']): Markup {
  return between.method === 'exact'
    ? markup`${short(estimate)}`
    : markup`${short(estimate)} <small>${interval(between, 4)}</small>`;
}

function chain({ layers, says }: AuditRecord['chains'][number]): Markup {
  const range = ({ predicted, lo, hi }: AuditRecord['chains'][number]['layers'][number]['std']) =>
    Number.isNaN(fromJson(lo))
      ? markup`${short(predicted)}`
      : markup`${short(predicted)} <small>${interval({ lo, hi }, 3)}</small>`;
  const rows = layers.map(({ tensor, activation, gain, std, gradientStd }) => [
    markup`<code>${tensor}</code>`,
    markup`${activation}`,
    markup`${short(gain)}`,
    range(std),
    range(gradientStd),
  ]);
  const columns: Column[] = [
    { en: 'tensor', zh: '张量' },
    { en: 'feeds', zh: '馈入' },
    '#√fan_in·std',
    { en: '#std, predicted', zh: '#标准差（预测）' },
    { en: '#gradient std, predicted', zh: '#梯度标准差（预测）' },
  ];
  return markup`<article><h2>${both('What follows', '由此可知')}</h2><p>${said(says)}</p>
${table(columns, rows, both('Mean field, and the 1st to 99th percentile of networks of these widths; of the stack alone, without what a file does not say: normalisation inside functions, residual streams.', '平均场，以及相同宽度网络的第 1 至第 99 百分位；仅针对该堆叠，不含文件未说明的部分：函数内的归一化、残差流。'))}
</article>`;
}

/** Histograms to a page: of what is at fault, and of the first of each group. */
const PICTURES = 120;

function histogramsOf(groups: readonly Folded[], { findings }: AuditRecord): Markup {
  const faulty = ({ tensors }: Folded) =>
    tensors.some(
      (tensor) =>
        (tensor.expected && tensor.expected.verdict !== 'supported') || findings.some((finding) => isAbout(finding, tensor)),
    );
  const ordered = [...groups.filter(faulty), ...groups.filter((group) => !faulty(group))];
  const drawn = ordered.flatMap(({ name, tensors: [{ histogram }] }) => (histogram ? [{ ...histogram, name: tail(name) }] : []));
  if (drawn.length === 0) return EMPTY;
  const more = drawn.length - PICTURES;
  return markup`<article><h2>${both('The numbers against their laws', '数值与其分布')}</h2>
<p>${both('Bars: the numbers. Line: the law that is named first, or the family at their scale.', '柱：数值。线：首先列出的分布，或该尺度下的分布族。')}</p>
<div class="histograms">
${drawn.slice(0, PICTURES).map((one) => markup`<figure class="inside">${pictures([one])}</figure>`)}
</div>
${more > 0 ? markup`<p>${both(`${more} histograms more are in audit.json.`, `另有 ${more} 个直方图在 audit.json 中。`)}</p>` : EMPTY}
</article>`;
}

/** As much of a name's end as a picture has room for. */
const tail = (name: string): string => (name.length > 22 ? `…${name.slice(-21)}` : name);

function skipped({ skipped: left }: AuditRecord): Markup {
  if (left.length === 0) return EMPTY;
  const items = left.slice(0, ROWS).map(({ name, why }) => markup`<li><code>${name}</code> ${why}</li>`);
  return markup`<article><h2>${both('Not looked into', '未能查看')}</h2><ul>${items}</ul></article>`;
}

const READING: Markup = both(
  'A scheme is listed where neither the second moment, nor the largest number, nor the distribution function excludes it: a tensor loses the name of the law that it was drawn from with the probability above, at most. Several that are listed cannot be told apart by these numbers.',
  '若二阶矩、最大数与分布函数都不排斥某方案，则将其列出：张量失去其真实分布之名的概率至多如上。同时列出的若干方案无法凭这些数值区分。',
);
