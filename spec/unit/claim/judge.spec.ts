import { describe, expect, test } from 'vitest';
import { distribution, Ensemble, exactly, judge, mean, proportion, quantile, quantity } from '../../../src/claim/index.ts';
import { judgeStatements, together } from '../../../src/claim/judge.ts';
import { looks } from '../../../src/stats/index.ts';
import { numbers, spread, value } from './populations.ts';

const ALPHA = 1e-6;

/** The Ns at which a population was looked at, and what it was asked for. */
async function judged(
  ...[population, statements]: [Parameters<typeof numbers>[1], Parameters<typeof judgeStatements<number>>[1]]
) {
  const ensemble = new Ensemble(numbers('', population), 1);
  const seen: string[] = [];
  const evidence = await judgeStatements(ensemble, statements, {
    alpha: ALPHA,
    onLook: (one) => {
      seen.push(`${one.value.en} at ${one.networks}: ${one.verdict}`);
    },
  });
  return { evidence, seen, drawn: ensemble.traces.length };
}

describe('judging a statement', () => {
  test('looks at 8, 16, 32, …, and stops as soon as the verdict is there', async () => {
    // Half-widths by t at α/10·2⁻ᵏ: the band is some of them wide at n = 8, and the interval fits into it at 32.
    const { evidence } = await judge(spread(0, 1), mean(value).within(-1.6, 1.6), { alpha: ALPHA });
    expect(evidence[0].looks.map(({ n }) => n)).toEqual([8, 16, 32]);
    expect(evidence[0]).toMatchObject({ verdict: 'supported', networks: 32, kind: 'mean', alpha: ALPHA });
    expect(evidence[0].sample.length).toBe(32);
    expect(evidence[0].looks.map(({ alpha }) => alpha)).toEqual(
      looks(ALPHA)
        .slice(0, 3)
        .map(({ alpha }) => alpha),
    );
    const last = evidence[0].looks[2];
    expect([last.lo, last.hi]).toEqual([evidence[0].interval.lo, evidence[0].interval.hi]);
  });

  test('refutes at the first look what lies far outside', async () => {
    const { evidence } = await judge(spread(100, 1), mean(value).within(-1, 1), { alpha: ALPHA });
    expect(evidence[0]).toMatchObject({ verdict: 'refuted', networks: 8 });
  });

  test('is undecided where the mean lies on an edge, at 256 networks, the last look', async () => {
    const { verdict, evidence } = await judge(spread(1, 1), mean(value).within(1, 3), { alpha: ALPHA });
    expect(verdict).toBe('undecided');
    expect(evidence[0].looks.map(({ n }) => n)).toEqual([8, 16, 32, 64, 128, 256]);
    expect(evidence[0].looks.reduce((sum, { alpha }) => sum + alpha, 0)).toBeLessThan(ALPHA);
  });

  test('ends with a look at what there is, where a clock ends the sample', async () => {
    const { draw } = spread(0, 1);
    const first = async (n: number) => draw(1, 0, Math.min(n, 11));
    const evidence = await judgeStatements(
      { first },
      [mean(value).within(-1, 1), quantile(0.5, value).within(-1, 1), mean(value).below(100), exactly(value, 0, 64)],
      { alpha: ALPHA },
    );
    expect(evidence.map(({ verdict, networks }) => `${verdict} at ${networks}`)).toEqual([
      'undecided at 11',
      'undecided at 11',
      'supported at 8',
      'refuted at 8',
    ]);
    expect(evidence[0].looks.map(({ n, alpha }) => [n, alpha])).toEqual([
      [8, ALPHA / 3 / 2],
      [11, ALPHA / 3 / 4],
    ]);
    expect(evidence[1].interval).toMatchObject({ lo: -Infinity, hi: Infinity });
  });

  test.each([
    ['mean', mean(value).within(0.9, 1.1)],
    ['quantile', quantile(0.5, value).within(0.9, 1.1)],
    ['proportion', proportion(value, 'is near 1', (x) => Math.abs(x - 1) < 0.3).atLeast(0.5)],
  ])('by a %s supports a population that is as claimed and refutes one that is not', async (_, statement) => {
    expect((await judge(spread(1, 0.05), statement)).verdict).toBe('supported');
    expect((await judge(spread(2, 0.05), statement)).verdict).toBe('refuted');
  });

  test('by a distribution supports its own law and refutes another', async () => {
    const many = { name: 'numbers', readAll: (x: number) => Array.from({ length: 99 }, (_, i) => ((i + 0.5) / 99) ** x) };
    const isUniform = distribution(many).isWithin(0.15, { cdf: (x) => Math.min(1, Math.max(0, x)) }, 'U(0, 1)');
    expect(
      (
        await judge(
          numbers('', () => 1),
          isUniform,
        )
      ).verdict,
    ).toBe('supported');
    expect(
      (
        await judge(
          numbers('', () => 2),
          isUniform,
        )
      ).verdict,
    ).toBe('refuted');
  });

  test('does not draw the numbers again that are there', async () => {
    const asked: [number, number][] = [];
    const population = {
      name: '',
      draw: (_: unknown, from: number, to: number) => {
        asked.push([from, to]);
        return Promise.resolve(new Array<number>(to - from).fill(0.5));
      },
    };
    await judge(population, proportion(value, 'is ½', (x) => x === 0.5).atLeast(2 / 3));
    expect(asked.slice(0, 3)).toEqual([
      [0, 8],
      [8, 16],
      [16, 32],
    ]);
  });

  test('is the same again with the same seed, and another sample with another', async () => {
    const population = {
      name: '',
      draw: (seed: unknown, from: number, to: number) =>
        Promise.resolve(Array.from({ length: to - from }, (_, i) => Number(seed) + (from + i) / 1e3)),
    };
    const sampleOf = async (seed: number) => (await judge(population, mean(value).within(-9, 9), { seed })).evidence[0].sample;
    expect(await sampleOf(1)).toEqual(await sampleOf(1));
    expect(await sampleOf(1)).not.toEqual(await sampleOf(2));
  });
});

describe('judging several statements together', () => {
  const near = (centre: number) => mean(value).within(centre - 0.5, centre + 0.5);

  test('gives each an equal share of alpha', async () => {
    const { evidence } = await judged(() => 1, [near(1), near(1.1), near(0.9)]);
    expect(evidence.map((one) => one.verdict)).toEqual(['supported', 'supported', 'supported']);
    for (const one of evidence) expect(one.alpha).toBeCloseTo(ALPHA / 3, 20);
  });

  test('ends when one is refuted: the others stay as they stood', async () => {
    const { evidence, seen, drawn } = await judged((i) => (i % 2 ? 0 : 2), [near(1), near(100)]);
    expect(evidence.map((one) => one.verdict)).toEqual(['undecided', 'refuted']);
    expect(drawn).toBe(8);
    expect(seen).toEqual(['the mean of the number at 8: undecided', 'the mean of the number at 8: refuted']);
  });

  test('goes on with the undecided ones only', async () => {
    const narrow = { ...near(1), value: { en: 'narrow' } };
    const wide = { ...mean(value).within(-1000, 1000), value: { en: 'wide' } };
    const { seen } = await judged((i) => (i % 2 ? 0.5 : 1.5), [narrow, wide]);
    expect(seen[0]).toBe('narrow at 8: undecided');
    expect(seen[1]).toBe('wide at 8: supported');
    expect(seen.slice(2).every((line) => line.startsWith('narrow'))).toBe(true);
    expect(seen.at(-1)).toMatch(/supported$/);
  });

  test('looks at each once, though one with a schedule of its own was refuted before', async () => {
    const { evidence, drawn } = await judged(() => 1, [exactly(value, 0, 1), near(1)]);
    expect(evidence[0].verdict).toBe('refuted');
    expect(evidence[1].looks).toHaveLength(1);
    expect(drawn).toBeLessThanOrEqual(8);
    expect(
      (
        await judge(
          numbers('', () => 1),
          [exactly(value, 0, 1), near(1)],
        )
      ).verdict,
    ).toBe('refuted');
  });

  test('is refuted if any is, supported if all are, and else undecided', () => {
    expect(together(['supported', 'undecided', 'refuted'])).toBe('refuted');
    expect(together(['supported', 'undecided'])).toBe('undecided');
    expect(together(['supported', 'supported'])).toBe('supported');
  });
});

describe('an ensemble', () => {
  const fresh = () =>
    new Ensemble(
      numbers('whole numbers', (i) => i),
      1,
    );

  test('is named like its population, gives the first n traces and draws those only that are not there', async () => {
    let drawn = 0;
    const ensemble = new Ensemble(
      numbers('whole numbers', (i) => i),
      1,
      (realisations) => {
        drawn += realisations;
      },
    );
    expect(ensemble.name).toBe('whole numbers');
    expect(await ensemble.first(3)).toEqual([0, 1, 2]);
    expect(await ensemble.first(2)).toEqual([0, 1]);
    expect(await ensemble.first(5)).toEqual([0, 1, 2, 3, 4]);
    expect(drawn).toBe(5);
  });

  test('asked by two at once gives each realisation once: a sample of independent networks', async () => {
    const ensemble = fresh();
    await Promise.all([ensemble.first(4), ensemble.first(4)]);
    expect(await ensemble.first(8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('a quantity', () => {
  test('that fails to be read fails the judging', async () => {
    const broken = quantity<number>('broken', () => {
      throw new Error('cannot be read');
    });
    await expect(
      judge(
        numbers('', () => 1),
        mean(broken).below(1),
      ),
    ).rejects.toThrow('cannot be read');
  });
});
