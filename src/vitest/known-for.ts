import type { Text } from '../claim/index.ts';

/** Room for √2 that is written as 1.41, and for nothing that was meant to be another number. */
const ROUNDED = 0.003;

/**
 * The words for the mistake that a value is known for: those of the known value that it is nearest to, if it is as near as `room`.
 *
 * @param value what follows from the answer.
 * @param known values, each with what is told of it.
 * @param otherwise what is told where the value is none of them.
 * @param room relative; more than a rounding's for a value that is estimated.
 */
export function knownFor(
  value: number,
  known: readonly (readonly [number, Text])[],
  otherwise: Text,
  room: number = ROUNDED,
): Text {
  const off = (one: number) => Math.abs(Math.log(value / one));
  const near = known.filter(([one]) => off(one) < room).toSorted(([a], [b]) => off(a) - off(b));
  return near[0]?.[1] ?? otherwise;
}
