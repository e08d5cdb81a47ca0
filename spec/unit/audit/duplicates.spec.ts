import { describe, expect, test } from 'vitest';
import { audit, EXPECTATIONS_SCHEMA } from '../../../src/audit/index.ts';
import { kaimingNormal, normal, zeros } from '../../../src/init/index.ts';
import { auditOf, SEEDS } from './audit-of.ts';
import { checkpointOf } from './checkpoint-of.ts';
import { drawn } from './drawn.ts';

describe('One seed for two layers is found', () => {
  const first = (seed: number) => drawn(kaimingNormal(), [128, 128], seed, 'one');

  test('where a layer is a copy of another', async () => {
    for (const seed of SEEDS) {
      const { findings } = await auditOf({
        a: first(seed),
        b: drawn(kaimingNormal(), [128, 128], seed, 'other'),
        c: first(seed),
      });
      expect(findings.map(({ kind, severity, tensors, says }) => [kind, severity, tensors, says.en])).toEqual([
        ['duplicate', 'error', ['a', 'c'], 'hold the same numbers'],
      ]);
    }
  });

  test('where shape and scale are others', async () => {
    const { data } = first(1);
    const { findings } = await auditOf({
      a: first(1),
      b: { shape: [64, 32], data: data.slice(0, 2048).map((value) => -3 * value) },
    });
    expect(findings[0].says.en).toBe('begin with the same draw, up to a factor');
  });

  test('and not where two files hold the same checkpoint, which are told apart', async () => {
    const broken = first(1);
    broken.data[0] = Number.NaN;
    const files = [
      { file: 'one', checkpoint: checkpointOf({ a: first(1) }) },
      { file: 'two', checkpoint: checkpointOf({ a: broken }) },
    ];
    const { findings } = await audit(files);
    expect(findings.map(({ kind, file, tensors }) => [kind, file, tensors])).toEqual([['non-finite', 'two', ['a']]]);
  });

  test('and not where vectors that are all near 1 look alike', async () => {
    const near = (label: string) => drawn(normal({ mean: 1, std: 0.001 }), [256], 1, label);
    const { findings } = await auditOf({ 'ln1.weight': near('one'), 'ln2.weight': near('other'), z1: drawn(zeros(), [64], 1) });
    expect(findings).toEqual([]);
  });

  test('and is no error of tensors of which nothing is expected', async () => {
    const expectations = { schema: EXPECTATIONS_SCHEMA, tensors: { '*': { any: true } } } as const;
    const { findings } = await auditOf({ a: first(1), b: first(1) }, { expectations });
    expect(findings.map(({ severity }) => severity)).toEqual(['note']);
  });
});
