import { language } from './language.ts';

/** What a figure can be asked for, as the server wrote it into its attributes. */
export interface Chart {
  /** Where the readings lie, from left to right, in the drawing's own units. */
  readonly places: readonly number[];
  /** Width of the drawing in those units. */
  readonly width: number;
  /** All that is known at a place, in the language of the page. */
  say(place: number): string;
}

/** What each network showed, where a figure says no more than that. */
const NETWORKS = { en: 'network|value', zh: '网络|值' };

/**
 * Reads `data-values`, one list a name, or `data-sample`, a value a network in order along the axis; and `data-frame`: the plot's ends in the
 * drawing's units, the values there, and its width.
 */
export function chartOf({ dataset }: HTMLElement): Chart {
  const [left = 0, right = 0, from = 0, to = 1, width = 1] = split(dataset['frame'], ' ').map(Number);
  const along = dataset['sample']?.split(' ');
  const values = along ? [along] : split(dataset['values'], '|').map((list) => list.split(' '));
  const longest = Math.max(...values.map((list) => list.length));
  const at = along ?? Array.from({ length: longest }, (_, i) => String(i));
  return {
    places: at.map((x) => left + ((Number(x) - from) / (to - from)) * (right - left)),
    width,
    say: (place) => {
      const to = language();
      const [of = '', ...names] = split(along ? NETWORKS[to] : dataset[to === 'zh' ? 'namesZh' : 'namesEn'], '|');
      const known = names.map((name, i) => `${name} ${values[i]?.[place] ?? '–'}`);
      // Values along the axis stand in order, and are counted; else the axis counts them.
      const count = along ? `${place + 1}/${at.length}` : (at[place] ?? '');
      return to === 'zh' ? `${of} ${count}：${known.join('，')}` : `${of} ${count}: ${known.join(', ')}`;
    },
  };
}

/** The place that is nearest to a position. */
export function nearest(places: readonly number[], position: number): number {
  const distances = places.map((place) => Math.abs(place - position));
  return distances.indexOf(Math.min(...distances));
}

const split = (text: string | undefined, by: string): string[] => (text === undefined ? [] : text.split(by));
