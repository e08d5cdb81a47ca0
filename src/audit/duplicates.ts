import { sampleCorrelation } from 'simple-statistics';
import { both } from '../claim/index.ts';
import type { FindingRecord } from './record.ts';

/** A tensor by its first numbers. */
export interface Fingerprint {
  readonly file: string;
  readonly name: string;
  readonly first: Float64Array;
  /** Whether they vary: all constants look alike. */
  readonly varies: boolean;
  /** What of two tensors with the same first numbers must be the same too for them to be copies: their size and moments. */
  readonly whole: string;
}

/** Fewer numbers may be in proportion by chance. */
const FEWEST = 16;

/** 1 − |correlation| of numbers in proportion, when each was rounded to 8 bits: half a step is 2⁻⁹ of it. */
const ROUNDED = 2 ** -16;

/** Tensors that begin with the same draw, up to a factor: one seed for several, or one tensor twice. */
export function duplicates(tensors: readonly Fingerprint[]): FindingRecord[] {
  const bySigns = new Map<string, Fingerprint[][]>();
  for (const tensor of tensors) {
    if (!tensor.varies || tensor.first.length < FEWEST) continue;
    const signs = signsOf(tensor.first);
    const groups = bySigns.get(signs) ?? [];
    bySigns.set(signs, groups);
    const group = groups.find(([leader]) => inProportion(leader.first, tensor.first));
    if (group) group.push(tensor);
    else groups.push([tensor]);
  }
  return [...bySigns.values()]
    .flat()
    .filter(({ length }) => length > 1)
    .map((group) => {
      const copies = group.every(({ whole }) => whole === group[0].whole);
      return {
        kind: 'duplicate',
        severity: 'error',
        file: group[0].file,
        tensors: group.map(({ name }) => name),
        says: copies
          ? both('hold the same numbers', '的数完全相同')
          : both('begin with the same draw, up to a factor', '开头是同一次抽样，只差一个倍数'),
        advice: copies
          ? both(
              'draw each layer anew; if they are tied on purpose, expect nothing of them: { "any": true }',
              '每层重新抽样；若有意共享，则对它们不作期望：{ "any": true }',
            )
          : both('seed once, before the first layer, and not before each', '只在第一层之前设一次种子，而不是每层之前都设'),
      };
    });
}

/** The signs of the first numbers, the same of a draw and of its negative: what has others is not compared. */
function signsOf(first: Float64Array): string {
  const signs = Array.from(first.subarray(0, FEWEST), Math.sign);
  const turned = signs.find((sign) => sign !== 0) === -1;
  return signs.map((sign) => (turned ? -sign : sign) + 1).join('');
}

/** Whether numbers are correlated as copies are: 16 and more random ones come this near to it with a probability below 1e−30. */
function inProportion(one: Float64Array, other: Float64Array): boolean {
  const n = Math.min(one.length, other.length);
  const correlation = sampleCorrelation(Array.from(one.subarray(0, n)), Array.from(other.subarray(0, n)));
  return 1 - Math.abs(correlation) < ROUNDED;
}
