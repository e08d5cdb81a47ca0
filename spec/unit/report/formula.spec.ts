import { describe, expect, test } from 'vitest';
import { formula } from '../../../src/report/formula.ts';
import { whole } from './dom.ts';

/** What a formula may be made of. */
const MATHML = new Set(
  'math mrow mi mn mo mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mstyle mtable mtr mtd mpadded mphantom menclose merror code'.split(
    ' ',
  ),
);

const shown = (tex: string) => whole(`<body>${formula(tex).html}</body>`);
const elements = (tex: string) => [...shown(tex).querySelectorAll('*')].map((node) => node.localName);

describe('A formula', () => {
  test('is MathML', () => {
    expect(elements(String.raw`q^* = \sigma_w^2 \operatorname{E}[\varphi(\sqrt{q^*}\,z)^2] + \sigma_b^2`)).toEqual(
      expect.arrayContaining(['math', 'msup', 'msubsup', 'msqrt']),
    );
  });

  test('that is no TeX is shown as it was written', () => {
    for (const tex of ['\\frac{1}{', 'x^', '{', '\\unknown{x}', '$a$', '<b>']) {
      if (elements(tex).includes('math')) continue;
      expect(elements(tex)).toEqual(['code']);
      expect(shown(tex).textContent).toBe(tex);
    }
    expect(elements('\\frac{1}{')).toEqual(['code']);
  });

  test('is nothing but mathematics, whoever wrote it', () => {
    const hostile = [
      String.raw`\href{javascript:alert(1)}{x}`,
      String.raw`\url{https://example.org}`,
      String.raw`\includegraphics{https://example.org/x.png}`,
      String.raw`\class{a" onclick="b}{x}`,
      String.raw`\id{a}{x}`,
      String.raw`\style{background:url(https://example.org)}{x}`,
      String.raw`\data{a=b}{x}`,
      String.raw`\text{<script>alert(1)</script><img src=x onerror=y>}`,
      String.raw`\color{red" onclick="x}{y}`,
      String.raw`\textcolor{url(x)}{y}`,
      '</math></code><script>alert(1)</script>',
    ];
    for (const tex of hostile) {
      for (const name of elements(tex)) expect(MATHML).toContain(name);
      for (const node of shown(tex).querySelectorAll('*')) {
        for (const { name, value } of node.attributes) {
          expect(name).not.toMatch(/^on|href|src|^id$/);
          expect(value).not.toMatch(/url|javascript|https?:/);
        }
      }
    }
  });

  test('that would grow without end, or is nested without end, is shown as it was written', () => {
    const bombs = [
      String.raw`\def\a{\a\a}\a`,
      String.raw`\def\a{xxxxxxxxxx}\def\b{\a\a\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b\b\b}\c\c\c\c\c\c\c\c\c\c`,
      '{'.repeat(100_000) + '}'.repeat(100_000),
      '\\sqrt{'.repeat(50_000),
    ];
    for (const tex of bombs) expect(elements(tex)).toEqual(['code']);
  });

  test('does not leave a macro behind for the next one', () => {
    formula(String.raw`\gdef\zz{1}\zz`);
    expect(elements(String.raw`\zz`)).toEqual(['code']);
  });
});
