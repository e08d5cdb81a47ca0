import { describe, expect, test } from 'vitest';
import type { ClaimRecord } from '../../../src/claim/index.ts';
import { anchor } from '../../../src/report/anchor.ts';
import { forest } from '../../../src/report/forest.ts';
import { margin, normalised } from '../../../src/report/normalised.ts';
import { tools } from '../../../src/report/tools.ts';
import { attributes, part, texts } from './dom.ts';
import { claim, control, evidence } from './records.ts';

const drawn = (...claims: ClaimRecord[]) => part(forest(claims));
const rows = 'tbody tr';

const mixed = [
  claim({ id: 'a/first' }),
  claim({ id: 'b/refuted', verdict: 'refuted', estimate: 3, interval: { lo: 2.5, hi: 3.5, method: 't' } }),
  claim({ id: 'c/undecided', verdict: 'undecided', estimate: 1.9, interval: { lo: 1.5, hi: 2.2, method: 't' } }),
  claim({ id: 'd/escaped', controls: [control(), control({ verdict: 'supported', refutes: [] })] }),
  claim({ id: 'e/second', networks: 2048 }),
];

describe('The forest plot', () => {
  test('has a row for each claim, those that fail first, which leads to its card', () => {
    const root = drawn(...mixed);
    const ids = ['b/refuted', 'c/undecided', 'd/escaped', 'a/first', 'e/second'];
    expect(attributes(root, rows, 'data-id')).toEqual(ids);
    expect(attributes(root, `${rows} a`, 'href')).toEqual(ids.map((id) => `#${anchor(id)}`));
    expect(attributes(root, rows, 'data-order')).toEqual(['0', '1', '2', '3', '4']);
    expect(attributes(root, rows, 'data-fails')).toEqual(['1', '1', '1', '0', '0']);
  });

  test('tells a verdict by shape, word and colour, and is red for a claim that fails though it is supported', () => {
    const root = drawn(...mixed);
    expect(texts(root, '.shape')).toEqual(['✗ refuted', '? undecided', '✓ supported', '✓ supported', '✓ supported']);
    expect(attributes(root, '.shape', 'class')).toEqual([
      'shape refuted',
      'shape refuted',
      'shape refuted',
      'shape supported',
      'shape supported',
    ]);
    expect(texts(root, `${rows}:nth-child(3) td:nth-child(2) .refuted`)).toEqual(['✗ control "gain 3" is supported']);
    expect(texts(root, `${rows}:nth-child(1) td:nth-child(2) .refuted`)).toEqual([]);
    for (const [i, verdict] of ['refuted', 'undecided', 'supported'].entries())
      expect(root.querySelector(`${rows}:nth-child(${i + 1}) .strip [stroke="var(--${verdict})"]`)).not.toBeNull();
  });

  test('shows the numbers of the statement that decided', () => {
    const further = [
      evidence({ estimate: 1.5, networks: 32 }),
      evidence({ verdict: 'refuted', estimate: 7, interval: { lo: 6, hi: 8, method: 't' }, networks: 64 }),
      evidence({ verdict: 'refuted', estimate: 9, networks: 128 }),
    ];
    const root = drawn(claim({ verdict: 'refuted', first: 'supported', further }));
    expect(texts(root, `${rows} td.num`)).toEqual(['7', '[6, 8]', '64', '1/1']);
    expect(attributes(root, rows, 'data-estimate')).toEqual(['7']);
  });

  test('has a key to sort by for every head that says so, and for every order that the tools offer', () => {
    const heads = attributes(drawn(...mixed), 'th[data-sort]', 'data-sort');
    const offered = attributes(part(tools(mixed)), 'option', 'value');
    expect([heads.length, offered.length]).toEqual([6, 4]);
    for (const key of [...heads, ...offered])
      for (const value of attributes(drawn(...mixed), rows, `data-${key}`)) expect(value).toMatch(/./);
  });

  test('sorts by numbers', () => {
    const root = drawn(...mixed);
    const numbers = (key: string) => attributes(root, rows, `data-${key}`).map(Number);
    expect(numbers('estimate')).toEqual([3, 1.9, 1.25, 1.25, 1.25]);
    expect(numbers('networks')).toEqual([16, 16, 16, 16, 2048]);
    expect(numbers('controls')).toEqual([1, 1, 1, 1, 1]);
    const margins = [mixed[1], mixed[2], mixed[3], mixed[0], mixed[4]].map((one) => margin(normalised(one)));
    // Written with six digits.
    numbers('margin').forEach((value, i) =>
      expect(Math.abs(value - margins[i])).toBeLessThanOrEqual(5e-6 * Math.abs(margins[i])),
    );
  });

  test('has NaN to sort by where nothing was measured, which the script puts last', () => {
    const none = claim({ verdict: 'refuted', estimate: 'NaN', interval: { lo: 'NaN', hi: 'NaN', method: 't' } });
    const root = drawn(none, claim({ estimate: 'Infinity', band: { lo: 0, hi: null } }));
    expect(attributes(root, rows, 'data-estimate')).toEqual(['NaN', 'Infinity']);
    expect(attributes(root, rows, 'data-margin')[0]).toBe('NaN');
    expect(texts(root, `${rows}:first-child td.num`)).toEqual(['NaN', '[NaN, NaN]', '16', '1/1']);
  });

  test('says what its scale is, and whose the numbers are', () => {
    expect(texts(drawn(...mixed), 'caption')[0]).toMatch(/from −1 to 1 on a common scale.*first statement/);
    expect(part(forest(mixed), 'zh').querySelector('caption')?.textContent).toMatch(/−1 到 1.*第一条陈述/);
    expect(drawn().querySelector('caption')).not.toBeNull();
  });
});
