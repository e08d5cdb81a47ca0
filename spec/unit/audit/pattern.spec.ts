import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches, patternOf } from '../../../src/audit/pattern.ts';

describe('matches', () => {
  test.each([
    ['a.weight', 'a.weight', true],
    ['a.weight', 'a.weights', false],
    ['*', '', true],
    ['h.*.attn', 'h.10.attn', true],
    ['h.*.attn', 'h.attn', false],
    ['*.bias', 'fc.weight', false],
    ['a*a', 'a', false],
    ['a*', 'b', false],
    ['[x].*', '[x].weight', true],
  ])('%s and %s: %s', (pattern, name, expected) => {
    expect(matches(pattern, name)).toBe(expected);
  });

  test('as a regular expression would', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 8 });
    fc.assert(
      fc.property(text, fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 10 }), (pattern, name) => {
        const expression = new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\*+/g, '.*')}$`);
        expect(matches(pattern, name)).toBe(expression.test(name));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

test('patternOf leaves numbers open', () => {
  expect(patternOf('h.10.mlp.c_fc2.weight')).toBe('h.*.mlp.c_fc*.weight');
});
