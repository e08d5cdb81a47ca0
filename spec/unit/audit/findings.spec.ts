import { describe, expect, test } from 'vitest';
import { relu, tanh } from '../../../src/activation/index.ts';
import { kaimingNormal, kaimingUniform, normal, truncNormal } from '../../../src/init/index.ts';
import { auditOf, SEEDS } from './audit-of.ts';
import { columnByColumn, drawn } from './drawn.ts';

describe('What is broken is found', () => {
  test('numbers that are not finite', async () => {
    const made = drawn(kaimingNormal(), [64, 96], 1);
    made.data.set([Number.NaN, Infinity, Number.NaN], 7);
    const { findings, tensors } = await auditOf({ w: made });
    expect(findings.map(({ says }) => says.en)).toEqual(['has 2 NaN and 1 infinite numbers, the first at [0, 7]']);
    expect(tensors[0].schemes[0].name).toBe("kaiming_normal_(nonlinearity='relu')");
  });

  test('where, by the tensor’s own axes, however its numbers lie', async () => {
    const made = drawn(kaimingNormal(), [6, 5, 3], 1);
    made.data[(4 * 5 + 1) * 3 + 2] = Infinity;
    for (const one of [made, columnByColumn(made)])
      expect((await auditOf({ w: one })).findings[0].says.en).toMatch(/the first at \[4, 1, 2\]$/);
  });

  test('units that nothing enters, and the law of the others is known', async () => {
    const made = drawn(kaimingNormal(), [64, 128], 1);
    made.data.fill(0, 5 * 128, 7 * 128);
    const { findings, tensors } = await auditOf({ w: made });
    expect(findings.map(({ kind, says }) => [kind, says.en])).toEqual([
      ['dead', '2 units (5, 6) and 0 inputs are dead: all their weights are 0'],
    ]);
    expect(tensors[0].schemes.map(({ name }) => name)).toContain("kaiming_normal_(nonlinearity='relu')");
  });

  test('but a row of zeros in an embedding is its padding', async () => {
    const made = drawn(normal(), [64, 128], 1);
    made.data.fill(0, 0, 128);
    const { findings } = await auditOf({ 'wte.weight': made });
    expect(findings.map(({ severity }) => severity)).toEqual(['note']);
  });

  test('the variance for the std: of several shapes for sure, of one perhaps', async () => {
    const variances = (fanIn: number, seed: number) => drawn(normal({ std: 1 / fanIn }), [320, fanIn], seed, `fan ${fanIn}`);
    for (const seed of SEEDS) {
      const several = (await auditOf({ a: variances(100, seed), b: variances(144, seed) })).findings;
      expect(several.map(({ kind, severity, tensors, says }) => [kind, severity, tensors, says.en])).toEqual([
        ['mistake', 'error', ['a', 'b'], 'the variance passed as the std (LeCun, its variance for the std)'],
      ]);
      const one = (await auditOf({ a: variances(100, seed) })).findings;
      expect(one.map(({ severity, says }) => [severity, says.en])).toEqual([
        ['note', 'perhaps the variance passed as the std (LeCun, its variance for the std)'],
      ]);
    }
  });

  test('what TensorFlow.js draws for heNormal, by its family, of one weight too', async () => {
    const std = Math.sqrt(2 / 100);
    const { findings } = await auditOf({ w: drawn(truncNormal({ std, a: -2 * std, b: 2 * std }), [320, 100], 1) });
    expect(findings.map(({ severity, says }) => [severity, says.en.slice(0, 61)])).toEqual([
      ['error', 'normal weights cut at two standard deviations and not rescaled'.slice(0, 61)],
    ]);
  });
});

describe('The gain against the activation that it feeds', () => {
  const options = {
    activations: [
      { pattern: 'head', activation: tanh },
      { pattern: '*', activation: relu },
    ],
  };

  test('is noted where it is another, the first pattern holding', async () => {
    const kaiming = drawn(kaimingNormal(), [320, 100], 1);
    const { findings, tensors } = await auditOf(
      {
        fc: kaiming,
        head: drawn(kaimingNormal({ nonlinearity: 'linear' }), [320, 100], 3),
        plain: drawn(kaimingUniform({ slope: Math.sqrt(5) }), [320, 100], 2),
      },
      options,
    );
    expect(tensors.map(({ activation }) => activation)).toEqual(['relu', 'tanh', 'relu']);
    const gains = findings.filter(({ kind }) => kind === 'gain');
    expect(gains.map(({ tensors: [name], severity, says }) => [name, severity, says.en.replace(/0\.57\d+/, '0.57')])).toEqual([
      ['head', 'note', expect.stringMatching(/^the gain is (1|1\.0\d+|0\.99\d*), and tanh needs 1\.593$/)],
      ['plain', 'note', 'the gain is 0.57, and relu needs 1.414'],
    ]);
  });
});

test('A gain that is too great is noted too', async () => {
  const made = drawn(kaimingNormal(), [320, 100], 1);
  const { findings } = await auditOf(
    { w: { ...made, data: made.data.map((value) => 1.3 * value) } },
    { activations: [{ pattern: '*', activation: relu }] },
  );
  expect(findings.map(({ says }) => says.en)).toEqual([expect.stringMatching(/^the gain is 1\.8\d+, and relu needs 1\.414$/)]);
  expect(findings[0].advice?.en).toMatch(/^multiply the std by 0\.7[67]\d*, if/);
});
