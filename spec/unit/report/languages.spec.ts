import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../../src/claim/index.ts';
import { html } from '../../../src/report/index.ts';
import { type Node, read, texts, whole } from './dom.ts';
import { claim, control, diagnosis, evidence, histograms, layers, run } from './records.ts';

const nothing = { median: [], lo: [], hi: [], single: [], theory: [], finite: null, printed: [] };

/** What has no language. */
const names = { id: '1', subject: '2', source: '3', unit: '4', rerun: '5', place: { file: '6', line: 7 } };

/** A run with all that a page can say, its names in numbers: what is left of Latin letters is the page's own. */
const full: RunRecord = run({
  ok: false,
  partial: true,
  of: 9,
  sampler: 'law',
  errors: ['1'],
  tests: { passed: 1, failed: 1 },
  claims: [
    claim({
      verdict: 'refuted',
      ...names,
      gradient: layers({ of: 'gradient std', median: [1, 100, 1e4] }),
      histograms: histograms(),
      diagnosis: diagnosis(),
      objection: '8',
      sample: ['NaN', 1, 2],
      further: (['quantile', 'proportion', 'distribution', 'exact'] as const).map((kind) => evidence({ kind })),
      controls: [control(), control({ verdict: 'undecided' }), control({ verdict: 'supported' })],
    }),
    claim({ ...names, id: '9', layers: layers(nothing), controls: [] }),
    claim({ ...names, id: '10', verdict: 'undecided' }),
    claim({ ...names, id: '11', controls: [control({ verdict: 'supported' })] }),
  ],
});
const page = html(full);
const root = whole(page);
const sheet = root.querySelector('style')?.textContent ?? '';
const all = (selector: string) => [...root.querySelectorAll(selector)];
const HAN = /\p{Script=Han}/u;

describe('Both languages of the page', () => {
  test('stand side by side: nothing is said in one and not in the other', () => {
    const english = all('body [lang="en"]');
    expect(english.length).toBeGreaterThan(100);
    expect(all('body [lang="zh"]')).toHaveLength(english.length);
    for (const node of english) {
      expect(node.textContent.trim()).not.toBe('');
      expect(node.nextElementSibling?.getAttribute('lang')).toBe('zh');
      expect(node.nextElementSibling?.localName).toBe(node.localName);
      expect(node.nextElementSibling?.textContent).toMatch(HAN);
    }
  });

  test('have the attributes that the script exchanges in pairs', () => {
    const pairs = all('*').flatMap((node) => {
      const of = new Map([...node.attributes].map(({ name, value }) => [name, value]));
      const names = [...of.keys()].flatMap((name) => /^data-(.+)-(?:en|zh)$/.exec(name)?.slice(1) ?? []);
      return [...new Set(names)].map((name) => ({
        name,
        // A drawing’s English label is the one that it has.
        en: of.get(`data-${name}-en`) ?? (node.localName === 'svg' ? of.get('aria-label') : undefined),
        zh: of.get(`data-${name}-zh`),
      }));
    });
    expect(new Set(pairs.map(({ name }) => name))).toEqual(new Set(['label', 'placeholder', 'text', 'names']));
    for (const { name, en, zh } of pairs) {
      expect(en).toMatch(/\p{L}/u);
      expect(zh).toMatch(HAN);
      if (name === 'names') expect(en?.split('|')).toHaveLength(zh?.split('|').length ?? 0);
    }
    // Nothing has a label in English alone.
    for (const node of all('[aria-label]')) expect(node.getAttribute('data-label-zh')).toMatch(HAN);
    for (const node of all('[placeholder]')) expect(node.getAttribute('data-placeholder-zh')).toMatch(HAN);
  });

  test('are in the style sheet where it writes words: those of legends and of numbers', () => {
    const marks = new Set(all('[class^="is-"], [class^="of-"]').map((node) => node.getAttribute('class') ?? ''));
    expect([...marks].filter((mark) => mark.startsWith('is-'))).toHaveLength(14);
    const content = (rule: string) => new RegExp(`^${rule}::(?:before|after) \\{ content: '([^']*)'`, 'm').exec(sheet)?.[1] ?? '';
    const chinese = String.raw`body:has\(input\[value="zh"\]:checked\) `;
    // Their numbers need no name: the estimate is the first, its interval is in brackets, and α is α.
    for (const mark of [...marks].filter((one) => !/^of-(?:estimate|interval|alpha)$/.test(one))) {
      expect([mark, content(`\\.${mark}`)]).toEqual([mark, expect.stringMatching(/[a-z]/)]);
      expect([mark, content(`${chinese}\\.${mark}`)]).toEqual([mark, expect.stringMatching(HAN)]);
    }
  });

  test('are not mixed: in Chinese no English is left but names, commands and what the terminal says', () => {
    const chinese = read(page, 'zh');
    for (const quoted of chinese.querySelectorAll(
      'head, script, option, code, kbd, pre, .failures small, #forest .refuted, .switches',
    ))
      quoted.remove();
    const words = (chinese.textContent.match(/[A-Za-z]{3,}/g) ?? []).filter(
      (word) => !/^(?:gainsay|Node|wasm|tfjs|backend|UTC|Var|fan|Esc|Home|End|gain|normal|mean|std|exact)$/.test(word),
    );
    expect(words).toEqual([]);
  });

  test('show one at a time, English where nobody chose', () => {
    expect(sheet).toContain(
      `body:not(:has(input[value="zh"]:checked)) [lang="zh"], body:has(input[value="zh"]:checked) [lang="en"] { display: none; }`,
    );
    const [english, chinese] = all('input[name="language"]');
    expect([english, chinese].map((node) => [node.getAttribute('value'), node.getAttribute('checked') !== null])).toEqual([
      ['en', true],
      ['zh', false],
    ]);
  });

  test('have English words alone, and unmarked, where nobody translated them', () => {
    const { en } = claim().text;
    const untranslated = claim({ text: { en }, value: { en: 'a value' }, controls: [control({ stands: { en: 'a guess' } })] });
    const shown: Node = whole(html(run({ claims: [untranslated] })));
    for (const selector of ['article h2', '.teaches', '.because', '.stands', '#forest a']) {
      expect(shown.querySelector(`${selector} [lang]`)).toBeNull();
      expect(texts(shown, selector)).toHaveLength(1);
    }
    expect(texts(shown, 'figcaption')).toContain('a value mean均值');
  });
});
