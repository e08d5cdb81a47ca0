import { describe, expect, test } from 'vitest';
import {
  distribution,
  exactly,
  judge,
  ln,
  mean,
  proportion,
  quantile,
  type Statement,
  weightVariance,
} from '../../../src/claim/index.ts';
import { ParameterError } from '../../../src/parameter.ts';
import { clopperPearson, dkw, meanSquare, orderStatistics, STUDENT_SHARE, student } from '../../../src/stats/index.ts';
import { numbers, skewed, spread, value } from './populations.ts';

const sample = [0.25, 0.5, 0.75, 0.375, 0.625, 0.5, 0.25, 0.875];
const many = { name: 'numbers', readAll: (x: number) => [x, x / 2] };
const uniform = { cdf: (x: number) => Math.min(1, Math.max(0, x)) };

describe('a statement', () => {
  test.each<[string, Statement<number>, unknown, string]>([
    ['mean', mean(value).within(0, 1), student(sample, 0.01 * STUDENT_SHARE), 'the mean of the number'],
    ['quantile', quantile(0.9, value).within(0, 1), orderStatistics(sample, 0.9, 0.01), 'the 0.9-quantile of the number'],
    [
      'distribution',
      distribution(many).isWithin(0.2, uniform, 'U(0, 1)'),
      dkw(sample, uniform, 0.01),
      'the Kolmogorov distance of numbers from U(0, 1)',
    ],
    ['mean', weightVariance(many, 1.8).within(0.9, 1.1), meanSquare(sample, 1.8, 0.01), 'the variance of the numbers'],
  ])('about a %s finds it by its own interval, and says what it is: %#', (kind, statement, finding, words) => {
    expect(statement.kind).toBe(kind);
    expect(statement.value.en).toBe(words);
    expect(statement.find(sample, 0.01)).toEqual(finding);
  });

  test('about a proportion counts the networks for which it holds', () => {
    const isHalf = proportion(value, 'is ½', (x) => x === 0.5).atLeast(2 / 3);
    expect(isHalf.value.en).toBe('the share of networks whose number is ½');
    expect(isHalf.band).toEqual({ lo: 2 / 3, hi: 1 });
    expect(sample.flatMap((x) => isHalf.read(x))).toEqual([0, 1, 0, 0, 0, 1, 0, 0]);
    expect(isHalf.find([0, 1, 0, 0, 0, 1, 0, 0], 0.01)).toEqual(clopperPearson(2, 8, 0.01));
  });

  test('reads one number of a quantity, and all of many', () => {
    expect(mean(value).below(1).read(3)).toEqual([3]);
    expect(distribution(many).isWithin(0.2, uniform, 'U').read(3)).toEqual([3, 1.5]);
  });

  test('has a band that is closed, or open to one side', () => {
    expect(mean(value).within(1, 2).band).toEqual({ lo: 1, hi: 2 });
    expect(mean(value).below(2).band).toEqual({ lo: -Infinity, hi: 2 });
    expect(mean(value).above(1).band).toEqual({ lo: 1, hi: Infinity });
    expect(distribution(many).isWithin(0.2, uniform, 'U').band).toEqual({ lo: 0, hi: 0.2 });
    expect(exactly(value, 3).band).toEqual({ lo: 3, hi: 3 });
  });

  test.each<[string, () => unknown, RegExp]>([
    [
      'a band whose ends are in the wrong order',
      () => mean(value).within(2, 1),
      /^band must be an interval \[lo, hi\] with lo < hi; got \[2, 1\]$/,
    ],
    ['an empty band', () => mean(value).within(1, 1), /^band must be .*; got \[1, 1\]$/],
    ['a band with NaN', () => mean(value).within(Number.NaN, 1), /^band must be .*; got \[NaN, 1\]$/],
    ['a p that is no probability', () => quantile(1, value), /^p must be a number in \(0, 1\); got 1$/],
    [
      'a share that is no probability',
      () => proportion(value, '', Boolean).atLeast(1),
      /^share must be a number in \(0, 1\); got 1$/,
    ],
    [
      'a distance that is no probability',
      () => distribution(many).isWithin(0, uniform, 'U'),
      /^distance must be a number in \(0, 1\); got 0$/,
    ],
    ['no networks at all', () => exactly(value, 0, 0), /^networks must be a positive integer; got 0$/],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(ParameterError);
    expect(make).toThrow(message);
  });
});

describe('a mean', () => {
  const verdict = async (of: (index: number) => number, statement: Statement<number>) =>
    (await judge(numbers('', of), statement)).verdict;

  test('of a quantity that is NaN in one network is refuted, even by a band without ends in sight', async () => {
    expect(await verdict((i) => (i === 3 ? Number.NaN : 1), mean(value).above(0))).toBe('refuted');
  });

  test('that is −∞ lies in a band open downwards, and in no other', async () => {
    const dead = (i: number) => (i === 3 ? 0 : 1e-3);
    expect(await verdict(dead, mean(ln(value)).below(-1))).toBe('supported');
    expect(await verdict(dead, mean(ln(value)).within(-100, -1))).toBe('refuted');
    expect(await verdict((i) => (i === 3 ? Infinity : 1), mean(value).below(2))).toBe('refuted');
  });

  test('of a sample too skewed for t is never supported, and says why', async () => {
    const wide = mean(value).within(0.01, 1.99);
    const { verdict: skewedVerdict, evidence } = await judge(skewed, wide, { alpha: 1e-9 });
    expect(skewedVerdict).toBe('undecided');
    expect(evidence[0].objection).toBe('the sample is too skewed for a t interval: judge its logarithm or a quantile');
    // The interval itself lies inside the band: nothing but the objection withholds the verdict.
    expect(evidence[0].interval.lo).toBeGreaterThan(0.01);
    expect(evidence[0].interval.hi).toBeLessThan(1.99);
    expect((await judge(spread(1, 1), wide, { alpha: 1e-9 })).verdict).toBe('supported');
  });
});

describe('exactly', () => {
  const verdict = async (of: (index: number) => number, expected: number, networks?: number) =>
    (await judge(numbers('', of), exactly(value, expected, networks))).verdict;

  test('is supported where every network has the value, and refuted by one that has not', async () => {
    expect(await verdict(() => 3, 3)).toBe('supported');
    expect(await verdict((i) => (i === 7 ? 3 + 1e-12 : 3), 3)).toBe('refuted');
    expect(await verdict((i) => (i === 7 ? Number.NaN : 3), 3)).toBe('refuted');
    expect(await verdict(() => Infinity, Infinity)).toBe('supported');
  });

  test.each([1, 4, 8, 12, 20, 64])('looks at %i networks where it is told to, and at no more', async (networks) => {
    const { verdict: found, evidence } = await judge(
      numbers('', () => 3),
      exactly(value, 3, networks),
    );
    expect(found).toBe('supported');
    expect(evidence[0].networks).toBe(networks);
  });

  test('sees the one network that differs, if it is the last', async () => {
    expect(await verdict((i) => (i === 63 ? 4 : 3), 3, 64)).toBe('refuted');
  });

  test('costs no alpha', async () => {
    const { evidence } = await judge(
      numbers('', () => 3),
      exactly(value, 3),
    );
    expect(evidence[0].alpha).toBe(0);
    expect(evidence[0].looks.map((look) => look.alpha)).toEqual([0]);
    expect(evidence[0].interval).toEqual({ lo: 3, hi: 3, method: 'exact' });
  });

  test('does not take −0 in one network for an excuse for 5 in another', async () => {
    expect(await verdict((i) => (i === 0 ? -0 : 5), 0)).toBe('refuted');
  });
});
