import { describe, expect, test } from 'vitest';
import { before, paragraphs, section, sections } from '../../../src/learn/section.ts';

const README = `# 1 · Exploding

As it is.

## The task

Choose
the std.

## What you have learnt

That it grows.
`;

describe('sections of a document', () => {
  test('are counted by their heads', () => {
    expect(section(README, 0)).toBe('Choose\nthe std.');
    expect(section(README, 1)).toBe('That it grows.');
    expect(section(README, 2)).toBe('');
    expect(sections(README)).toHaveLength(2);
  });

  test('can be left away at the end', () => {
    expect(before(README, 1)).toBe('# 1 · Exploding\n\nAs it is.\n\n## The task\n\nChoose\nthe std.\n');
  });

  test('have paragraphs of one line each; between Chinese characters a line ends in nothing', () => {
    expect(paragraphs('a\nb\n\n信号\n保持，\nstd\n\n    x = 1\n    y = 2')).toEqual([
      'a b',
      '信号保持，std',
      '    x = 1\n    y = 2',
    ]);
  });
});
