import { describe, expect, test } from 'vitest';
import { Ensembles, experiment, judgeUncontrolled, mean, quantity, type Statement } from '../../../src/claim/index.ts';
import { decided, nearly, seenIn } from '../../../src/vitest/decided.ts';

const number = quantity<number>('number', (one) => one);

/** A claim about uniform numbers, or about what is made of them. */
async function claimed(says: Statement<number>, make: (uniform: number) => number = (one) => one) {
  const ensembles = new Ensembles('decided', () => expect.fail('an experiment needs no engine'));
  const sample = ensembles.of(experiment('uniform numbers', (stream) => make(stream.uniform())));
  return judgeUncontrolled(
    { id: 'x/y', sentence: '', because: '', source: '', says, alpha: 1e-6 },
    { sample, subject: 'uniform numbers', rerun: '' },
  );
}

describe('what was seen', () => {
  test.each([
    ['refuted', mean(number).within(0.75, 0.9), 'not between 0.75 and 0.9', '不在 0.75 与 0.9 之间'],
    ['refuted', mean(number).above(0.8), 'not above 0.8', '不大于 0.8'],
    ['refuted', mean(number).below(0.2), 'not below 0.2', '不小于 0.2'],
    ['supported', mean(number).within(0, 10), 'between 0 and 10', '在 0 与 10 之间'],
    ['undecided', mean(number).above(0.5), 'perhaps above 0.5', '未必大于 0.5'],
  ])('stands beside the band that it lies in, or does not: %s', async (verdict, says, en, zh) => {
    const claim = await claimed(says);
    const [seen, of] = seenIn(claim, '7');
    expect(claim.verdict).toBe(verdict);
    expect(seen.en).toMatch(new RegExp(`^the mean of the number: 0\\.\\d+, ${en} \\(\\d+ networks, seed 7\\)$`));
    expect(seen.zh).toContain(`，${zh}（`);
    expect(of.en).toBe('of uniform numbers');
  });
});

describe('what leaves an answer undecided', () => {
  test('is too near to an edge', async () => {
    const seen = decided(await claimed(mean(number).above(0.5)));
    expect(seen).toMatchObject({ verdict: 'undecided', networks: 256 });
    expect(nearly(seen).en).toBe(
      'It is nearly right, and 256 networks cannot tell whether it is: too near to the edge of what is asked for.',
    );
    expect(nearly(seen).zh).toContain('256 个网络');
  });

  test('is too skewed a sample, in both languages', async () => {
    const seen = decided(await claimed({ ...mean(number).within(-1e9, 1e9), schedule: { first: 256 } }, (one) => one ** -0.4));
    expect(nearly(seen).en).toContain('too skewed for a t interval');
    expect(nearly(seen).zh).toContain('样本过于偏斜');
  });
});
