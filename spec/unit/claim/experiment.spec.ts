import { describe, expect, test } from 'vitest';
import { experiment } from '../../../src/claim/index.ts';
import { withoutEngine } from './populations.ts';
import { sound } from './sound.ts';

describe('an experiment', () => {
  test('gives each realisation a stream of its own, by seed and index', async () => {
    const words = experiment('words', (stream) => stream.word());
    const all = await words.draw('1', 0, 6);
    expect(new Set(all).size).toBe(6);
    expect(await words.draw('1', 4, 6)).toEqual(all.slice(4));
    expect(await words.draw('2', 0, 6)).not.toEqual(all);
    expect(words.name).toBe('words');
  });

  test('lets go of its thread while it is drawn', async () => {
    let turns = 0;
    const clock = setInterval(() => turns++, 1);
    const slow = experiment('slow', () => {
      const end = performance.now() + 2;
      while (performance.now() < end);
    });
    await slow.draw('1', 0, 64);
    clearInterval(clock);
    expect(turns).toBeGreaterThan(0);
  });

  test('is drawn once for all who ask for the same', () => {
    const ensembles = withoutEngine();
    expect(ensembles.of(sound.of)).toBe(ensembles.of(sound.of));
    expect(ensembles.apart(sound.of)).not.toBe(ensembles.apart(sound.of));
  });
});
