import { describe, expect, test } from 'vitest';
import { corpus, mutated, streamOf, tried } from '../../../tools/mutated-checkpoints.ts';

describe('A file that was bent at random', () => {
  const files = corpus();

  test('comes from a corpus that is read, or refused for what it is', async () => {
    const kinds = await Promise.all(files.map(async (one) => (await tried(one)).kind));
    expect(kinds).not.toContain('wrong');
    expect(kinds.filter((kind) => kind === 'read').length).toBeGreaterThan(40);
  });

  test('is read, or refused in one line, at once', async () => {
    for (let i = 0; i < 1000; i++) {
      const { kind, words, milliseconds } = await tried(mutated(files[i % files.length], streamOf('spec', i)));
      expect([i, kind, words]).toEqual([i, expect.not.stringMatching('wrong'), words]);
      expect(milliseconds).toBeLessThan(5000);
    }
  });
});
