import { areaY, axisX, lineY } from '@observablehq/plot';
import type { HistogramRecord, HistogramsRecord } from '../claim/index.ts';
import { count, number } from './format.ts';
import { legend } from './legend.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { svg } from './svg.ts';
import { both } from './words.ts';

/** One network from inside: the weights of a layer against their law, and the activations of a few layers. */
export function histograms({ weights, activations }: HistogramsRecord): Markup {
  const { layer, law } = weights;
  const weighed = markup`<figure class="histogram"><figcaption>${both(`weights of layer ${layer}`, `第 ${layer} 层的权值`)} <small>${law}</small></figcaption>
${chart(weights, { en: `weights of layer ${layer} against ${law}`, zh: `第 ${layer} 层的权值与其分布 ${law}` })}</figure>`;
  const seen = activations.map(
    (
      one,
    ) => markup`<figure class="histogram"><figcaption>${both(`activations, layer ${one.layer}`, `激活值，第 ${one.layer} 层`)}</figcaption>
${chart(one, { en: `activations after layer ${one.layer}`, zh: `第 ${one.layer} 层之后的激活值` })}</figure>`,
  );
  const key = legend(weights.expected ? ['bars', 'law'] : ['bars']);

  return markup`<section class="inside"><h3>${both('Inside one network', '一个网络的内部')}</h3>
<div class="histograms">
${[weighed, ...seen]}
</div>
${key}</section>`;
}

function chart({ from, to, counts, expected = [] }: HistogramRecord, label: { en: string; zh: string }): Markup {
  if (!(from < to)) return EMPTY;
  const edge = (bin: number) => from + ((to - from) * bin) / counts.length;
  const steps = (heights: readonly number[]) =>
    [...heights, heights[heights.length - 1]].map((height, bin) => ({ at: edge(bin), height }));
  const total = count(counts.reduce((sum, one) => sum + one, 0));
  const bounds = `${number(from, 3)} … ${number(to, 3)}`;
  return svg(
    { en: `${label.en}: ${total} numbers from ${bounds}`, zh: `${label.zh}：${total} 个数，${bounds}` },
    {
      width: 220,
      height: 110,
      marginTop: 4,
      marginBottom: 24,
      marginLeft: 8,
      marginRight: 8,
      x: { domain: [from, to], label: null },
      y: { axis: null, domain: [0, Math.max(...counts, ...expected)] },
      marks: [
        axisX({ ticks: 3, label: null, tickFormat: (tick: number) => number(tick, 3) }),
        areaY(steps(counts), { x: 'at', y: 'height', curve: 'step-after', fill: 'var(--measured)', fillOpacity: 0.55 }),
        lineY(expected.length > 0 ? steps(expected) : [], {
          x: 'at',
          y: 'height',
          curve: 'step-after',
          stroke: 'var(--theory)',
          strokeWidth: 1.6,
        }),
      ],
    },
  );
}
