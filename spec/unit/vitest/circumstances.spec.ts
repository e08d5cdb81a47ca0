import { describe, expect, test } from 'vitest';
import { circumstances } from '../../../src/vitest/circumstances.ts';
import type { ClaimMeta } from '../../../src/vitest/meta.ts';
import { settingsIn } from '../../../src/vitest/settings.ts';
import { version } from '../../../src/version.ts';

const here = settingsIn({ GAINSAY_SEED: '9', GAINSAY_SAMPLER: 'law' });

const claim = (id: string, other: Partial<ClaimMeta> = {}): ClaimMeta => ({
  id,
  seed: '1',
  sampler: 'weights',
  backend: { name: 'wasm', version: '4' },
  versions: { gainsay: '0.1.0', node: '20.20.2' },
  ...other,
});

describe('circumstances', () => {
  test('are those of the claims, and not of the process that merges them', () => {
    expect(circumstances([claim('a'), claim('b')], here)).toEqual({
      seed: '1',
      sampler: 'weights',
      backend: { name: 'wasm', version: '4' },
      versions: { gainsay: '0.1.0', node: '20.20.2' },
      errors: [],
    });
  });

  test('are those of this process where no claim was judged', () => {
    const versions = { gainsay: version, node: process.versions.node };
    expect(circumstances([], here)).toMatchObject({ seed: '9', sampler: 'law', backend: { name: 'none' }, versions, errors: [] });
  });

  test('let claims without networks stand beside others, whichever comes first', () => {
    const without: ClaimMeta = { id: 'a', seed: '1', sampler: 'weights' };
    expect(circumstances([without, claim('b')], here)).toMatchObject({ backend: { name: 'wasm' }, errors: [] });
    expect(circumstances([without], here).backend).toEqual({ name: 'none', version: 'no claim needed a network' });
  });

  const different: [string, Partial<ClaimMeta>, string][] = [
    ['seed', { seed: '2' }, 'one seed; got 1 (a), 2 (c)'],
    ['sampler', { sampler: 'law' }, 'one sampler; got weights (a), law (c)'],
    ['backend', { backend: { name: 'tensorflow', version: '2.21' } }, 'one backend; got wasm: 4 (a), tensorflow: 2.21 (c)'],
    ['version of a backend', { backend: { name: 'wasm', version: '5' } }, 'one backend; got wasm: 4 (a), wasm: 5 (c)'],
    [
      'version of gainsay',
      { versions: { gainsay: '0.2.0', node: '20.20.2' } },
      'one version of gainsay; got 0.1.0 (a), 0.2.0 (c)',
    ],
  ];
  test.each(different)('name two claims that differ in their %s, in whatever order they come', (_, other, said) => {
    const claims = [claim('d', other), claim('c', other), claim('a'), claim('b')];
    for (const order of [claims, claims.toReversed()]) {
      const { errors, seed } = circumstances(order, here);
      expect(errors).toEqual([`the claims of a run must have ${said}`]);
      expect(seed).toBe('1');
    }
  });

  test('list every version of Node.js, and complain of none', () => {
    const later = claim('b', { versions: { gainsay: '0.1.0', node: '24.1.0' } });
    const { versions, errors } = circumstances([later, claim('a'), later], here);
    expect({ node: versions.node, errors }).toEqual({ node: '20.20.2, 24.1.0', errors: [] });
  });
});
