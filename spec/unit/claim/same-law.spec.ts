import { describe, expect, test } from 'vitest';
import { judge, type Pair, type Population, sameLaw } from '../../../src/claim/index.ts';
import { normalQuantile } from '../../../src/distribution/index.ts';
import { dkwTwoSamples } from '../../../src/stats/index.ts';
import { value } from './populations.ts';

/** The two numbers of a realisation: evenly spread over one law and, in another order, over another one. */
function pairs(weights: (u: number) => number, law: (u: number) => number): Population<Pair<number>> {
  // Multiples of the golden section: the first n of them leave no gap of more than 2/n.
  const u = (index: number, start: number) => (start + (index + 1) * 0.6180339887498949) % 1;
  const draw = (_: unknown, from: number, to: number) =>
    Promise.resolve(
      Array.from({ length: to - from }, (__, i) => ({ weights: weights(u(from + i, 0)), law: law(u(from + i, 0.25)) })),
    );
  return { name: 'pairs', draw };
}

const normal = (mean: number) => (u: number) => mean + normalQuantile(u);
/** How far N(d, 1) is from N(0, 1): 2Φ(d/2) − 1. */
const apart = { 0.2: 0.5244, 0.4: 1.0488 };

describe('sameLaw', () => {
  const statement = sameLaw(value).isWithin(0.2);

  test('says what it compares, and reads one number of each of a pair', () => {
    expect(statement.kind).toBe('distribution');
    expect(statement.value.en).toBe('the Kolmogorov distance between the laws of the number, with weights and without');
    expect(statement.band).toEqual({ lo: 0, hi: 0.2 });
    expect(statement.read({ weights: 3, law: 5 })).toEqual([3, 5]);
    expect(statement.needs).toEqual([]);
    expect(sameLaw({ ...value, needs: ['gradient'] }).isWithin(0.2).needs).toEqual(['gradient']);
  });

  test('puts the numbers of the ones against those of the others', () => {
    expect(statement.find([1, 10, 2, 20, 3, 30], 0.01)).toEqual(dkwTwoSamples([1, 2, 3], [10, 20, 30], 0.01));
    expect(statement.find([1, 2, 2, 1, 3, 3], 0.01).estimate).toBe(0);
  });

  test('is supported of one law, refuted of two that are far apart, and undecided at the edge', async () => {
    const verdict = async (distance: number, schedule?: { first: number; cap: number }) =>
      (await judge(pairs(normal(0), normal(distance)), sameLaw(value, schedule).isWithin(0.2))).verdict;
    expect(await verdict(0)).toBe('supported');
    expect(await verdict(apart[0.4])).toBe('refuted');
    expect(await verdict(apart[0.2])).toBe('undecided');
    // Too few to say so of one law: a band of 0.2 is narrower than theirs.
    expect(await verdict(0, { first: 512, cap: 512 })).toBe('undecided');
  });

  test('sees a number that is not there: NaN in one network refutes it', async () => {
    const { verdict } = await judge(
      pairs(normal(0), (u) => (u < 1e-3 ? Number.NaN : normalQuantile(u))),
      statement,
    );
    expect(verdict).toBe('refuted');
  });

  test('refuses a distance that is no probability', () => {
    expect(() => sameLaw(value).isWithin(1)).toThrow('distance must be a number in (0, 1); got 1');
  });
});
