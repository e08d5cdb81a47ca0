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

  test('is drawn once for all who ask for the same', () => {
    const ensembles = withoutEngine();
    expect(ensembles.of(sound.of)).toBe(ensembles.of(sound.of));
    expect(ensembles.apart(sound.of)).not.toBe(ensembles.apart(sound.of));
  });
});
