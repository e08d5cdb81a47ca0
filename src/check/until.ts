import type { Population } from '../claim/index.ts';

/** No interval is made of fewer. */
const FEWEST = 2;

/** A population whose realisations are drawn one by one, and no more of them once `ended` says that the time is over. */
export function until<T>(
  { name, draw }: Population<T>,
  ended: () => boolean,
  onDraw: (realisations: number) => void,
): Population<T> {
  return {
    name,
    draw: async (seed, from, to) => {
      const drawn: T[] = [];
      for (let realisation = from; realisation < to && (realisation < FEWEST || !ended()); realisation++) {
        drawn.push(...(await draw(seed, realisation, realisation + 1)));
        onDraw(realisation + 1);
      }
      return drawn;
    },
  };
}
