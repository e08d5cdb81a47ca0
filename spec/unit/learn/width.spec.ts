import { describe, expect, test } from 'vitest';
import { fitted, widthOf, wrapped } from '../../../src/learn/width.ts';

describe('text in the columns of a terminal', () => {
  test.each([
    ['', 0],
    ['std', 3],
    ['σ_w = 1.2', 9],
    ['标准差', 6],
    ['（std）', 7],
  ])('%j is %i columns wide', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });

  test.each([
    ['a bb ccc dddd', 6, ['a bb', 'ccc', 'dddd']],
    ['abcdefghij k', 4, ['abcdefghij', 'k']],
    ['', 5, ['']],
    ['two  spaces', 20, ['two  spaces']],
  ])('%j is broken at spaces into %i columns', (text, columns, lines) => {
    expect(wrapped(text, columns)).toEqual(lines);
  });

  test('Chinese is broken between characters, and never in front of its punctuation', () => {
    expect(wrapped('信号保持其二阶矩，无论各层渐窄。std 是 0.65', 16)).toEqual([
      '信号保持其二阶',
      '矩，无论各层渐',
      '窄。std 是 0.65',
    ]);
  });

  test.each([
    ['std', 5, 'std  '],
    ['standard', 5, 'stand'],
    ['中文字', 5, '中文 '],
  ])('%j is fitted into %i columns', (text, columns, shown) => {
    expect(fitted(text, columns)).toBe(shown);
  });
});
