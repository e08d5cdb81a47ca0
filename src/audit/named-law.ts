import { both, type Text } from '../claim/index.ts';
import { type Law, normalLaw, truncatedNormalLaw, uniformLaw } from '../init/index.ts';
import type { Tails } from './second-moment.ts';

/** A law that somebody draws weights from, by its name. */
export interface NamedLaw extends Tails {
  readonly name: string;
  readonly meaning: Text;
  /** Set where nobody draws it on purpose. */
  readonly mistake?: Text;
  readonly family: 'normal' | 'uniform' | 'truncated normal';
  readonly std: number;
  /** No number is further from 0. */
  readonly largest: number;
  readonly cdf: (x: number) => number;
}

interface Naming {
  readonly name: string;
  readonly meaning: Text;
  readonly mistake?: Text;
}

export const normalOf = (std: number, naming: Naming): NamedLaw => named(normalLaw(0, std), Infinity, naming);

/** U(−√3 std, √3 std). */
export const uniformOf = (std: number, naming: Naming): NamedLaw =>
  named(uniformLaw(-Math.sqrt(3) * std, Math.sqrt(3) * std), Math.sqrt(3) * std, naming);

/** N(0, 1) cut at ±2: the others are it, scaled. */
const CUT_AT_TWO: Law = truncatedNormalLaw(0, 1, -2, 2);

/** What a normal law of std 1 has left of it when it is cut at two: 0.8796. */
export const CUT: number = CUT_AT_TWO.std;

/** A normal law cut at two of its standard deviations, `std` after the cut. */
export function truncatedOf(std: number, naming: Naming): NamedLaw {
  const before = std / CUT;
  return named({ ...CUT_AT_TWO, std, cdf: (x) => CUT_AT_TWO.cdf(x / before) }, 2 * before, naming);
}

/** A law that has no name of its own, for its family. */
export const NAMELESS: Naming = { name: '', meaning: both('', '') };

function named({ family, std, kurtosis, cdf }: Law, largest: number, naming: Naming): NamedLaw {
  return { ...naming, family: family as NamedLaw['family'], std, kurtosis, cdf, largest, bound: (largest / std) ** 2 };
}
