import { describe, expect, test } from 'vitest';
import { html } from '../../../src/report/index.ts';
import { read, texts } from './dom.ts';
import { claim, control, run } from './records.ts';

describe('The top of the page', () => {
  test('says a run’s verdict in a sentence, in the heading and in the title', () => {
    const claims = [claim({ id: 'a', controls: [control(), control()] }), claim({ id: 'b' })];
    const root = read(html(run({ claims })));
    expect(texts(root, 'h1')).toEqual(['✓ 2 claims: 2 supported; 3 controls, all refuted.']);
    expect(texts(root, 'title')).toEqual(['✓ gainsay: 2 claims: 2 supported; 3 controls, all refuted.']);
    expect(texts(root, '.failures, .partial')).toEqual([]);
  });

  test('says it in Chinese too', () => {
    const root = read(html(run({ claims: [claim(), claim({ id: 'b', verdict: 'undecided' })], ok: false })), 'zh');
    expect(texts(root, 'h1')).toEqual(['✗ 未通过。2 个论断：1 个支持，1 个未决；2 个对照，全部被否定。']);
  });

  test('counts one as one', () => {
    expect(texts(read(html(run())), 'h1')).toEqual(['✓ 1 claim: 1 supported; 1 control, all refuted.']);
  });

  test('of a run that failed says so first, then names the claims, the errors and the tests, in this order', () => {
    const claims = [
      claim({ id: 'a' }),
      claim({
        id: 'b',
        verdict: 'refuted',
        sentence: 'it shrinks',
        text: { en: { sentence: 'it shrinks', because: '', teaches: '' } },
      }),
      claim({ id: 'c', controls: [control({ verdict: 'undecided', defect: { en: 'no gain' }, refutes: [] })] }),
    ];
    const root = read(html(run({ ok: false, claims, errors: ['the module was not read'], tests: { passed: 1, failed: 2 } })));
    expect(texts(root, 'h1')).toEqual(['✗ Failed. 3 claims: 2 supported, 1 refuted; 3 controls, 2 of them refuted.']);
    const [b, c, error, tests, ...rest] = texts(root, '.failures > li');
    expect(b).toBe('b: it shrinks refuted');
    expect(c).toContain('control "no gain" is undecided');
    expect(error).toBe('error: the module was not read');
    expect(tests).toContain('2 tests failed, 1 passed');
    expect(rest).toEqual([]);
  });

  test('is red by the run’s own verdict, where all claims are supported and a test has failed', () => {
    const root = read(html(run({ ok: false, tests: { passed: 1, failed: 1 } })));
    expect(root.querySelector('h1')?.getAttribute('class')).toBe('refuted');
    expect(texts(root, '.failures > li')).toHaveLength(1);
  });

  test('of a partial run says of how many it is a part, before the verdict', () => {
    const page = html(run({ partial: true, of: 9 }));
    expect(texts(read(page), '.partial strong')).toEqual(['A partial run: 1 of 9 claims.']);
    expect(page.indexOf('A partial run')).toBeLessThan(page.indexOf('<h1'));
  });

  test('of a run over some files does not say how many there are, for it does not know', () => {
    const root = read(html(run({ partial: true, of: null })));
    expect(texts(root, '.partial strong')).toEqual(['A partial run: 1 claim, of some of the spec files.']);
  });

  test('says what the run was made with, and what it spent', () => {
    expect(texts(read(html(run())), '.facts dd')).toEqual([
      '7 chosen',
      '24 networks with all their weights',
      'wasm tfjs-backend-wasm 4',
      '3 × 10⁻⁹ 0.3% of the budget, 10⁻⁶',
      '1 passed 0 failed',
      'gainsay 0.1.0 Node.js 20.19.0',
      '2026-01-02 03:04 UTC · 21 s',
    ]);
  });

  test('says that networks were sampled in law, and reruns them so', () => {
    const root = read(html(run({ sampler: 'law' })));
    expect(texts(root, '.facts dd')).toContain('24 networks in law, where the weights are Gaussian');
    expect(texts(root, '.rerun code')).toContain('npx gainsay verify --seed 7 --backend wasm --sampler law');
  });
});
