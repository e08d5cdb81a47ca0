import { areaY, lineY, text } from '@observablehq/plot';
import type { HistogramRecord, HistogramsRecord } from '../claim/index.ts';
import { number } from './format.ts';
import { legend } from './legend.ts';
import { EMPTY, type Markup, markup } from './markup.ts';
import { svg } from './svg.ts';
import { both } from './words.ts';

/** A histogram and what it is called. */
export interface Named extends HistogramRecord {
  /** In the letters of the field, which need no translation. */
  readonly name: string;
}

/** One network from inside: the weights of a layer against their law, and the activations of a few layers, each on an axis of its own. */
export function histograms({ weights, activations }: HistogramsRecord): Markup {
  const { layer, law } = weights;
  const all: Named[] = [
    { ...weights, name: `W, l = ${layer}` },
    ...activations.map((one) => ({ ...one, name: `h, l = ${one.layer}` })),
  ];
  const drawn = all.filter(({ from, to }) => from < to);
  if (drawn.length === 0) return EMPTY;
  return markup`<figure class="inside"><figcaption>${both('One network from inside', '一个网络的内部')} <small>${law}</small></figcaption>
${pictures(drawn)}
${legend(weights.expected ? ['bars', 'law'] : ['bars'])}</figure>`;
}

/** Histograms side by side. */
export function pictures(all: readonly Named[]): Markup {
  const at = all.map((_, i) => i);
  return svg(
    null,
    {
      width: 150 * all.length,
      height: 128,
      marginTop: 24,
      marginBottom: 20,
      marginLeft: 6,
      marginRight: 6,
      fx: { domain: at, axis: null, padding: 0.12 },
      x: { domain: [0, 1], axis: null },
      y: { domain: [0, 1], axis: null },
      marks: [
        areaY(all.flatMap(steps), {
          fx: 'facet',
          x: 'x',
          y: 'height',
          curve: 'step-after',
          fill: 'var(--measured)',
          fillOpacity: 0.55,
        }),
        lineY(all.flatMap(expectedSteps), {
          fx: 'facet',
          x: 'x',
          y: 'height',
          curve: 'step-after',
          stroke: 'var(--theory)',
          strokeWidth: 1.6,
        }),
        text(at, { fx: at, frameAnchor: 'top-left', dy: -14, textAnchor: 'start', text: at.map((i) => all[i].name) }),
        text(at, {
          fx: at,
          frameAnchor: 'bottom',
          dy: 12,
          text: at.map((i) => `${number(all[i].from, 3)} … ${number(all[i].to, 3)}`),
        }),
      ],
    },
    1,
  );
}

interface Step {
  readonly facet: number;
  readonly x: number;
  readonly height: number;
}

const steps = (one: HistogramRecord, facet: number): Step[] => outline(one.counts, one, facet);

const expectedSteps = (one: HistogramRecord, facet: number): Step[] => outline(one.expected ?? [], one, facet);

/** Heights over the bins, as shares of the histogram's greatest. */
function outline(heights: readonly number[], { counts, expected = [] }: HistogramRecord, facet: number): Step[] {
  const most = Math.max(...counts, ...expected);
  return [...heights, ...heights.slice(-1)].map((height, bin) => ({ facet, x: bin / heights.length, height: height / most }));
}
