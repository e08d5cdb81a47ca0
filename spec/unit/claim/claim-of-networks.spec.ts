import { describe, expect, test } from 'vitest';
import { relu, tanh } from '../../../src/activation/index.ts';
import { mlp } from '../../../src/architecture/index.ts';
import { Ensembles, judgeClaim, mean, type Progress, std, withGain } from '../../../src/claim/index.ts';
import { xavierNormal } from '../../../src/init/index.ts';
import { type BackendChoice, loadEngine } from '../../../src/network/index.ts';
import { sound } from './sound.ts';

describe('a claim about a network', () => {
  const network = mlp({ width: 16, depth: 3, batch: 4, activation: tanh, init: xavierNormal() });
  const ensembles = new Ensembles(process.env['GAINSAY_SEED'] ?? '1', () =>
    loadEngine((process.env['GAINSAY_BACKEND'] ?? 'auto') as BackendChoice),
  );

  test('records its layers, beside what theory and the source say, and is JSON-safe', async () => {
    const looksOf: Progress[] = [];
    const record = await judgeClaim(
      {
        ...sound,
        id: 'spec/network',
        of: network,
        // An std of tanh lies below 1, and over 0 unless every weight is 0.
        says: mean(std.after(2)).within(-20, 20),
        controls: [withGain(1), withGain(2)],
        printed: [0.5, 0.25],
      },
      { ensembles, rerun: String, onLook: (progress) => void looksOf.push(progress) },
    );
    expect(record.subject).toBe('3 layers × 16 units, tanh, xavierNormal(gain 1), batch 4');
    const { layers } = record;
    expect(layers?.median.length).toBe(3);
    expect(layers?.single.length).toBe(3);
    expect(layers?.printed).toEqual([0.5, 0.25]);
    for (const [i, median] of (layers?.median ?? []).entries()) {
      expect(Number(layers?.lo[i])).toBeLessThanOrEqual(Number(median));
      expect(Number(layers?.hi[i])).toBeGreaterThanOrEqual(Number(median));
    }
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    // 8 for the claim, 8 for each control.
    expect(ensembles.networks).toBe(24);
    expect(looksOf.map(({ networks }) => networks)).toEqual([8, 16, 24]);
  });

  test('is named by its widths, where they differ', () => {
    const { name } = ensembles.of(mlp({ width: [784, 256, 10], activation: relu, init: xavierNormal() }));
    expect(name).toMatch(/784.*256.*10/);
  });
});
