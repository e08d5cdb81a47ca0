import { describe, expect, test } from 'vitest';
import { fromJson, SCHEMA } from '../../../src/claim/index.ts';
import { jsonNumber } from '../../../src/claim/record.ts';

describe('a number in a record', () => {
  test.each([0, 1.5, -2e300, Infinity, -Infinity, Number.NaN])('comes back as it was: %d', (number) => {
    const there = jsonNumber(number);
    expect(JSON.parse(JSON.stringify(there))).toEqual(there);
    expect(fromJson(there)).toBe(number);
  });

  test('that is not finite is a text', () => {
    expect([Infinity, -Infinity, Number.NaN].map(jsonNumber)).toEqual(['Infinity', '-Infinity', 'NaN']);
  });

  test('belongs to a schema with a version', () => {
    expect(SCHEMA).toMatch(/^gainsay\/run\/\d+$/);
  });
});
