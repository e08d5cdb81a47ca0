import { describe, expect, test } from 'vitest';
import type { ClaimRecord } from '../../../src/claim/index.ts';
import { html } from '../../../src/report/index.ts';
import { type Node, read, texts } from './dom.ts';
import { claim, control, evidence, run } from './records.ts';

function card(given: Partial<ClaimRecord>): Node {
  const article = read(html(run({ claims: [claim(given)] }))).querySelector('article');
  if (!article) throw new Error('no card');
  return article;
}

describe('A claim’s card', () => {
  test('explains what went wrong before anything else', () => {
    const article = card({ verdict: 'undecided', wanted: 300 });
    const [explanation] = texts(article, 'pre.explanation');
    expect(explanation).toContain('undecided: the mean of the std after layer 2 is 1.25');
    expect(explanation).toContain('about 300 networks would probably decide it');
    const order = [...article.querySelectorAll('pre, dl, figure')].map((node) => node.localName);
    expect(order[0]).toBe('pre');
  });

  test('explains nothing where nothing went wrong', () => {
    expect(texts(card({}), 'pre')).toEqual([]);
  });

  test('gives every statement a figure, with its own verdict', () => {
    const further = [
      evidence({
        value: { en: 'the number of errors, in each of 8,', zh: '错误数，' },
        kind: 'exact',
        verdict: 'refuted',
        predicted: null,
      }),
    ];
    const rows = texts(card({ verdict: 'refuted', first: 'supported', further }), '.statement');
    expect(rows[0]).toContain('✓ supported');
    expect(rows[1]).toContain('✗ refuted');
    expect(rows[1]).toContain('the number of errors, in each of 8 exact');
  });

  test('shows a refuted control as what is wanted, and any other as a failure', () => {
    const controls = [control(), control({ verdict: 'supported', refutes: [] }), control({ verdict: 'undecided', refutes: [] })];
    const badges = texts(card({ controls }), '.control .badge');
    expect(badges).toEqual(['✓ refuted', '✗ supported, not refuted', '✗ undecided, not refuted']);
  });

  test('does not leave a supported claim green whose control was not refuted', () => {
    const article = card({ controls: [control({ verdict: 'supported', refutes: [] })] });
    expect(texts(article, 'header .badge')).toEqual(['✓ supported', '✗ but fails']);
    expect(article.getAttribute('class')).toBe('failed');
  });

  test('says of a claim without controls that nothing shows that it could fail', () => {
    expect(texts(card({ controls: [] }), '.note')).toEqual(['No controls were drawn for it.']);
  });

  test('has the looks folded away, each with its price', () => {
    const rows = texts(card({}), '.statement details li');
    expect(rows).toEqual(['8: [0.9, 1.6], α 5 × 10⁻¹⁰', '16: [1.1, 1.4], α 2.5 × 10⁻¹⁰']);
  });

  test('gives the line that draws it again', () => {
    expect(texts(card({}), '.rerun code')).toEqual(['npx gainsay verify spec/grows --seed 7']);
  });

  test('leaves out what the claim does not say', () => {
    expect([...card({ formula: '' }).querySelectorAll('.formula, math')]).toEqual([]);
    expect(texts(card({ unit: '' }), '.about dt')).toEqual(['of', 'source', 'written in']);
  });

  test('has its words in both languages, and in English alone where nobody translated them', () => {
    const page = html(run());
    expect(texts(read(page), 'article h2, .teaches, .because')).toEqual(['the std grows', 'that it grows', 'it was made so']);
    expect(texts(read(page, 'zh'), 'article h2, .teaches, .because')).toEqual(['标准差增大', '它会增大', '如此设计']);
    const { en } = claim().text;
    expect(texts(read(html(run({ claims: [claim({ text: { en } })] })), 'zh'), 'article h2')).toEqual(['the std grows']);
  });
});
