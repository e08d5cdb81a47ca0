import type { Text } from '../claim/index.ts';

/**
 * The words for the mistake that an estimate is known for: those of the value that it is nearest to, if it is within 3% of it.
 *
 * @param known values, each with what is told of it.
 * @param otherwise what is told where the estimate is none of them.
 */
export function knownFor(estimate: number, known: readonly (readonly [number, Text])[], otherwise: Text): Text {
  const off = (value: number) => Math.abs(Math.log(estimate / value));
  const near = known.filter(([value]) => off(value) < 0.03).toSorted(([a], [b]) => off(a) - off(b));
  return near[0]?.[1] ?? otherwise;
}
