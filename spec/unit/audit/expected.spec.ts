import { describe, expect, test } from 'vitest';
import { type Expectation, EXPECTATIONS_SCHEMA, expectationsOf } from '../../../src/audit/index.ts';
import { kaimingNormal, normal, uniform, zeros } from '../../../src/init/index.ts';
import { auditOf, SEEDS } from './audit-of.ts';
import { type Made } from './checkpoint-of.ts';
import { drawn } from './drawn.ts';

describe('What is expected of tensors', () => {
  const verdicts = async (tensors: Readonly<Record<string, Made>>, expected: Record<string, Expectation>) => {
    const { tensors: found, unmatched } = await auditOf(tensors, {
      expectations: { schema: EXPECTATIONS_SCHEMA, tensors: expected },
    });
    return { found: found.map(({ expected: one }) => one && [one.verdict, one.why.en]), unmatched };
  };
  const relu_ = { scheme: "kaiming_normal_(nonlinearity='relu')" };
  const wrong: readonly (readonly [string, Made, RegExp])[] = [
    [
      'the gain left out',
      drawn(kaimingNormal({ nonlinearity: 'linear' }), [233, 100], 1),
      /Known for: the gain left out: 1 for 1\.414$/,
    ],
    ['fan_out for fan_in', drawn(kaimingNormal({ mode: 'fan_out' }), [320, 100], 1), /Known for:.*fan_out taken for fan_in/],
    ['the variance for the std', drawn(normal({ std: 0.02 }), [320, 100], 1), /Known for:.*the variance passed as the std/],
    [
      'the std for the bound',
      drawn(uniform({ low: -Math.sqrt(0.02), high: Math.sqrt(0.02) }), [320, 100], 1),
      /Known for:.*the std taken for the bound/,
    ],
    ['zeros', drawn(zeros(), [320, 100], 1), /^it is zeros_$/],
  ];

  test('is upheld by what was drawn so, and judged of the first pattern', async () => {
    const made = drawn(kaimingNormal(), [320, 100], 1);
    const { found, unmatched } = await verdicts(
      { 'fc.0': made, 'fc.1': made },
      { 'fc.0': relu_, 'fc.*': { any: true }, 'head*': relu_ },
    );
    expect(found).toEqual([['supported', 'its numbers do not exclude it'], null]);
    expect(unmatched).toEqual(['head*']);
  });

  test.each(wrong)('is refuted by %s, and says so', async (_, made, why) => {
    const { found } = await verdicts({ w: made }, { w: relu_ });
    expect(found[0]).toEqual(['refuted', expect.stringMatching(why)]);
  });

  test('is undecided where numbers are few', async () => {
    const { found } = await verdicts({ w: drawn(kaimingNormal(), [6, 6], 1) }, { w: relu_ });
    expect(found[0]).toEqual(['undecided', expect.stringMatching(/^36 numbers cannot tell/)]);
  });

  test('may be a band, with a family', async () => {
    const made = drawn(normal({ std: 0.1 }), [320, 100], 1);
    const judged = async (expectation: Expectation) => (await verdicts({ w: made }, { w: expectation })).found[0]?.[0];
    expect(await judged({ std: [0.09, 0.11] })).toBe('supported');
    expect(await judged({ std: [0.09, 0.1] })).toBe('undecided');
    expect(await judged({ std: [0.12, 0.2] })).toBe('refuted');
    expect(await judged({ std: [0.09, 0.11], family: 'normal' })).toBe('supported');
    expect(await judged({ std: [0.09, 0.11], family: 'uniform' })).toBe('refuted');
  });

  test('or a constant, and numbers that are not finite refute all', async () => {
    const ones = { shape: [8], data: new Float32Array(8).fill(0.5) };
    const broken = { shape: [8], data: Float32Array.of(0.5, 0.5, Number.NaN, 0.5, 0.5, 0.5, 0.5, 0.5) };
    const { found } = await verdicts({ a: ones, b: ones, c: broken }, { b: { constant: 1 }, '*': { constant: 0.5 } });
    expect(found.map((one) => one?.[0])).toEqual(['supported', 'refuted', 'refuted']);
  });

  test('is upheld by the tensors that it was written of, and by those of another draw', async () => {
    const net = (seed: number) => ({
      'fc1.weight': drawn(kaimingNormal(), [320, 100], seed, 'fc1'),
      'fc1.bias': drawn(zeros(), [300], seed),
      'fc2.weight': drawn(kaimingNormal(), [200, 300], seed, 'fc2'),
      'odd.weight': drawn(normal({ std: 0.37 }), [100, 100], seed, 'odd'),
      'fc1.deep2.weight': drawn(zeros(), [30, 30], seed),
      'few.weight': drawn(normal({ std: 0.37 }), [5, 5], seed, 'few'),
      'norm.weight': { shape: [50], data: new Float32Array(50).fill(0.25) },
    });
    const written = expectationsOf(await auditOf(net(1)));
    expect(written.tensors).toMatchObject({
      'fc*.weight': { scheme: "kaiming_normal_(nonlinearity='relu')" },
      'fc*.bias': { scheme: 'zeros_' },
      'few.weight': { any: true },
      'norm.weight': { constant: 0.25 },
    });
    for (const seed of [1, ...SEEDS]) {
      const { tensors } = await auditOf(net(seed), { expectations: written });
      for (const { name, expected } of tensors)
        expect([name, expected?.verdict ?? 'free']).toEqual([name, name === 'few.weight' ? 'free' : 'supported']);
    }
  });
});
