/** The first of a network's layers are all shown: there its signal finds its level. */
const FIRST = 8;

/** The places of a list of `length`: the first few, and of the rest some `most`, evenly spread, the last among them. */
export function thinned(length: number, most: number): number[] {
  const all = Array.from({ length }, (_, i) => i);
  const step = (length - 1) / (most - 1);
  return step <= 1 ? all : all.filter((i) => i < FIRST || Math.floor(i / step) > Math.floor((i - 1) / step) || i === length - 1);
}
