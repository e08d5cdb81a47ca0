import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../../src/claim/index.ts';
import { html } from '../../../src/report/index.ts';
import { SCRIPT } from '../../../src/report/script.ts';
import { type Node, read, texts, whole } from './dom.ts';
import { claim, control, diagnosis, evidence, histograms, layers, run } from './records.ts';

/** A run with something in every field that holds text. */
const full: RunRecord = run({
  ok: false,
  errors: ['an error'],
  claims: [
    claim({
      verdict: 'refuted',
      value: { en: 'a value', zh: '一个值' },
      unit: 'volts',
      // No TeX: what cannot be typeset is shown as it was written.
      formula: '\\frac{1}{',
      gradient: layers({ of: 'gradient std' }),
      histograms: histograms(),
      diagnosis: diagnosis(),
      objection: 'the sample is too skewed',
      further: [evidence({ value: { en: 'another value', zh: '另一个值' } })],
      controls: [control(), control({ verdict: 'undecided', value: { en: 'a third value', zh: '第三个值' } })],
    }),
  ],
});

describe('The page, whatever is written in the record,', () => {
  const HOSTILE =
    /* in an element, and in an attribute of either quotes */ '</style></pre><script>x</script>"\'><img src=y onerror=z>&amp;';
  const WORDS = new Set(['schema', 'kind', 'sampler', 'verdict', 'first', 'lo', 'hi', 'of']);

  const paths: string[] = [];
  const hostile = poisoned(full, '') as RunRecord;

  function poisoned(value: unknown, path: string): unknown {
    if (typeof value === 'string') {
      if (WORDS.has(path.split('.').at(-1) ?? '')) return value;
      paths.push(path);
      return `${path}${HOSTILE}`;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((one, i) => poisoned(one, path === '' ? String(i) : `${path}.${i}`));
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, poisoned(one, path === '' ? key : `${path}.${key}`)]),
    );
  }

  const shape = (root: Node) =>
    [...root.querySelectorAll('*')].map((node) => [node.localName, ...[...node.attributes].map(({ name }) => name)].join(' '));

  test('has the same elements and attributes: none of its texts becomes markup', () => {
    expect(shape(whole(html(hostile)))).toEqual(shape(whole(html(full))));
    expect([...whole(html(hostile)).querySelectorAll('script')].map((node) => node.textContent)).toEqual([SCRIPT]);
    expect(html(hostile)).not.toContain('<img');
  });

  test('shows every text as it was written', () => {
    const body = whole(html(hostile)).querySelector('body')?.textContent ?? '';
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !body.includes(`${path}${HOSTILE}`))).toEqual([]);
  });

  test('has its texts in Chinese, too, where they are', () => {
    const chinese = read(html(hostile), 'zh').querySelector('body')?.textContent ?? '';
    const translated = paths.filter((path) => path.endsWith('.zh') || path.includes('.zh.'));
    expect(translated.length).toBeGreaterThan(8);
    expect(translated.filter((path) => !chinese.includes(`${path}${HOSTILE}`))).toEqual([]);
    // The English beside them is another language's: only what the terminal says quotes it.
    const english = translated.map((path) => path.replace(/\.zh\b/, '.en'));
    const quoting = read(html(hostile), 'zh');
    for (const quoted of quoting.querySelectorAll('pre, .failures small, #forest .refuted')) quoted.remove();
    expect(english.filter((path) => (quoting.querySelector('body')?.textContent ?? '').includes(`${path}${HOSTILE}`))).toEqual(
      [],
    );
  });

  test('has no colours of a terminal in it', () => {
    const page = html(run({ ok: false, errors: ['\u001b[31mred\u001b[39m\u0000\u0007 alert'] }));
    expect(texts(read(page), '.failures pre')).toEqual(['red alert']);
  });
});

describe('The page', () => {
  test('is the same, byte for byte, whenever and however often it is made', () => {
    const before = html(full);
    html(run());
    expect(html(structuredClone(full))).toBe(before);
  });

  test('does not change the record', () => {
    const copy = structuredClone(full);
    html(copy);
    expect(copy).toEqual(full);
  });

  test('may run its own script, and load nothing', () => {
    const page = html(full);
    const policy = read(page).querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    const [own] = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code]) => code);
    const hash = createHash('sha256').update(own).digest('base64');
    expect(policy).toBe(`default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:`);
    const rest = page.replace(own, '');
    expect(rest).not.toMatch(/<script[^>]|<link|<iframe|\son\w+=|@import|url\(|javascript:/);
    expect([...rest.matchAll(/<script/g)]).toHaveLength(1);
    for (const node of whole(page).querySelectorAll('[href]')) expect(node.getAttribute('href')).toMatch(/^#claim\//);
    // A form that sends nothing anywhere: the one of the switches, and that which closes the list of keys.
    for (const node of whole(page).querySelectorAll('[action], [formaction], [target], [src], base, object, embed'))
      expect(node).toBeNull();
    expect(rest.replaceAll(/http:\/\/www\.w3\.org\/(2000\/svg|1998\/Math\/MathML)/g, '')).not.toMatch(/https?:/);
  });

  test('links every claim of its table to a card', () => {
    const claims = ['spec/a', 'spec/b c', '初始化/一'].map((id) => claim({ id }));
    const root = read(html(run({ claims })));
    const ids = [...root.querySelectorAll('article')].map((node) => `#${node.getAttribute('id')}`);
    const links = [...root.querySelectorAll('.claims a')].map((node) => node.getAttribute('href'));
    expect(links).toEqual(ids);
    expect(new Set(ids).size).toBe(3);
    for (const [i, id] of ids.entries())
      expect(root.querySelector(`article:nth-of-type(${i + 1}) header a`)?.getAttribute('href')).toBe(id);
  });

  test('puts the claims that fail before those that pass', () => {
    const claims = [
      claim({ id: 'a' }),
      claim({ id: 'b', verdict: 'undecided' }),
      claim({ id: 'c' }),
      claim({ id: 'd', controls: [control({ verdict: 'supported', refutes: [] })] }),
    ];
    const root = read(html(run({ ok: false, claims })));
    expect(texts(root, '.claims .id')).toEqual(['b', 'd', 'a', 'c']);
    expect(texts(root, 'article header .id')).toEqual(['b', 'd', 'a', 'c']);
  });

  test('says how to draw everything again, safe in a shell', () => {
    const rerun = (given: Partial<RunRecord>) => texts(read(html(run(given))), '.top .rerun code')[0];
    expect(rerun({})).toBe('npx gainsay verify --seed 7 --backend wasm');
    expect(rerun({ seed: "it's; rm" })).toBe("npx gainsay verify --seed 'it'\\''s; rm' --backend wasm");
    expect(rerun({ backend: { name: 'none', version: 'no claim needed a network' } })).toBe('npx gainsay verify --seed 7');
  });

  test('of a claim without layers shows its values, and no layers', () => {
    const root = read(html(run({ claims: [claim({ layers: null })] })));
    expect(root.querySelector('figure.layers')).toBeNull();
    expect([...root.querySelectorAll('figure.statement svg')]).toHaveLength(1);
  });

  test('of a run that judged nothing is a page all the same', () => {
    expect(texts(read(html(run({ claims: [] }))), 'h1')).toEqual(['✓ 0 claims: nothing judged; no controls.']);
  });

  test('shows no number that a program would write, where a number is not finite', () => {
    const infinite = claim({
      verdict: 'refuted',
      estimate: 'NaN',
      predicted: 'Infinity',
      interval: { lo: '-Infinity', hi: 'Infinity', method: 't' },
      band: { lo: null, hi: null },
      looks: [{ n: 8, lo: '-Infinity', hi: 'NaN', alpha: 1e-9 }],
      sample: ['NaN', 'Infinity', '-Infinity', 1],
      controls: [control({ estimate: 'NaN', interval: { lo: 'NaN', hi: 'NaN', method: 'exact' } })],
      layers: layers({ median: [1, 'Infinity', 'NaN'], lo: ['-Infinity', 1, 'NaN'], single: [['NaN', 'NaN', 'NaN']] }),
    });
    const root = read(html(run({ ok: false, claims: [infinite] })));
    const [row] = texts(root, '.claims tbody tr');
    expect(row).toContain('NaN');
    expect(row).toContain('[−∞, ∞]');
    expect(texts(root, '.numbers')[0]).toContain('(−∞, ∞)');
    for (const table of texts(root, 'table, figure')) expect(table).not.toMatch(/undefined|null|Infinity/);
    for (const node of root.querySelectorAll('svg *')) {
      for (const { value } of node.attributes) expect(value).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});
