import { describe, expect, test } from 'vitest';
import { kaimingNormal, normal, zeros } from '../../../src/init/index.ts';
import { auditOf } from './audit-of.ts';
import { drawn } from './drawn.ts';

describe('A histogram', () => {
  test('holds every number, and what the law that is named expects', async () => {
    const made = drawn(kaimingNormal(), [320, 100], 1);
    const [{ histogram }] = (await auditOf({ w: made })).tensors;
    const { from, to, counts, expected = [] } = histogram!;
    const largest = Math.max(...made.data.map(Math.abs));
    expect([from, to]).toEqual([-largest, largest]);
    const direct = new Array<number>(counts.length).fill(0);
    for (const value of made.data)
      direct[Math.min(counts.length - 1, Math.floor(((value - from) / (to - from)) * counts.length))]++;
    counts.forEach((count, bar) => {
      // bfloat16 bins are 1/128 of their numbers wide, and a bar is a twentieth of the largest: at either edge a sixth of a bar may be astray.
      expect(Math.abs(count - direct[bar])).toBeLessThan(
        5 + 0.33 * Math.max(direct[bar], direct[bar - 1] ?? 0, direct[bar + 1] ?? 0),
      );
      expect(Math.abs(direct[bar] - expected[bar])).toBeLessThan(6 * Math.sqrt(expected[bar] + 1));
    });
    expect(Math.abs(counts.reduce((sum, count) => sum + count) - 32_000)).toBeLessThan(41);
  });

  test('of a constant is none', async () => {
    const [{ histogram }] = (await auditOf({ w: drawn(zeros(), [4, 4], 1) })).tensors;
    expect(histogram).toBeNull();
  });
});

describe('An audit', () => {
  test('declares what it spends, a tensor at a time', async () => {
    const { alpha, spent } = await auditOf({ a: drawn(normal(), [8, 8], 1), b: drawn(normal(), [8, 8], 2) }, { alpha: 1e-6 });
    expect([alpha, spent]).toEqual([1e-6, 2e-6]);
    await expect(auditOf({}, { alpha: 2 })).rejects.toThrow('alpha');
  });

  test('tells how far it is, and stops when it is told to', async () => {
    const made = drawn(normal(), [100, 100], 1);
    const seen: number[] = [];
    const progress = (bytes: number, total: number) => seen.push(bytes / total);
    await auditOf({ a: made, b: made }, { progress });
    expect(seen.at(-1)).toBe(1);
    const stop = new AbortController();
    await expect(
      auditOf({ a: made, b: made }, { progress: () => stop.abort(new Error('enough')), signal: stop.signal }),
    ).rejects.toThrow('enough');
  });
});
