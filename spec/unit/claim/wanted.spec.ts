import { describe, expect, test } from 'vitest';
import { distribution, exactly, judge, mean, type Statement } from '../../../src/claim/index.ts';
import { wanted } from '../../../src/claim/wanted.ts';
import { numbers, spread, value } from './populations.ts';

async function wantedFor<T>(
  population: { name: string; draw: (seed: never, from: number, to: number) => Promise<T[]> },
  statement: Statement<T>,
) {
  const { verdict, evidence } = await judge(population as never, statement as never, { alpha: 1e-6 });
  expect(verdict).toBe('undecided');
  return wanted(statement, evidence[0] as never);
}

describe('how many networks would probably decide', () => {
  test('is a power of two times those at hand, and does decide where they are drawn', async () => {
    // At 256 networks t's half-width is some 0.43 sd at this α; the band's edge lies 0.3 from the mean.
    const statement = mean(value).within(-0.3, 0.3);
    const networks = await wantedFor(spread(0, 1), statement);
    expect([512, 1024]).toContain(networks);
  });

  test('is nothing where the estimate lies on the edge', async () => {
    expect(await wantedFor(spread(1, 1), mean(value).within(1, 3))).toBeNull();
  });

  test('can be told of a sample of many numbers a network', async () => {
    const grid = { name: '', readAll: (n: number) => Array.from({ length: 100 }, (_, i) => (i + 0.5) / 100 + 0 * n) };
    // Distance 0.005 from the uniform law, and claimed to be below 0.00500001: no number of networks will tell.
    const statement = distribution(grid).isWithin(0.005_000_01, { cdf: (x) => Math.min(1, Math.max(0, x)) }, 'U(0, 1)');
    expect(
      await wantedFor(
        numbers('', () => 0),
        statement,
      ),
    ).toBeNull();
  });

  test('is never asked of an exact statement: it is decided', async () => {
    expect(
      (
        await judge(
          numbers('', () => 1),
          exactly(value, 1, 2),
        )
      ).verdict,
    ).toBe('supported');
  });
});
