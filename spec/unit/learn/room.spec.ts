import { expect, test } from 'vitest';
import { desk, wrong } from './desk.ts';
import { openWorkshop } from './handed-out.ts';

const screenOf = async (columns: number, rows: number, hints = 0) => {
  const style = () => ({ language: 'en' as const, columns, rows, mark: (_: string, text: string) => text });
  const { session, screen } = desk(openWorkshop(), () => wrong, 'en', columns, { style });
  await session.start();
  for (let n = 0; n < hints; n++) await session.press('h');
  return screen().split('\n');
};

const NEEDED = [/^1 · one$/, /^✗ the std is kept$/, /^std after each layer/, /^It grows 16-fold\.$/, /^n next · h hint/];

test.each([
  [40, 0],
  [24, 0],
  [24, 1],
  [20, 1],
  [18, 1],
])('a failure on %i rows, with %i hints, is seen from its title to the keys', async (rows, hints) => {
  const lines = await screenOf(120, rows, hints);
  for (const needed of NEEDED) expect(lines).toContainEqual(expect.stringMatching(needed));
  expect(lines.some((line) => line === 'Hint 1 of 3')).toBe(hints === 1);
  // The cursor is in a row of its own.
  expect(lines.length).toBeLessThan(rows);
});

test('a small screen goes without the task first, and a chart keeps five rows', async () => {
  const chartRows = (lines: readonly string[]) => lines.filter((line) => /[┤│]/.test(line)).length;
  const [large, small, least] = [await screenOf(120, 60), await screenOf(120, 27), await screenOf(120, 5)];
  expect(large).toContain('Choose the std.');
  expect(small).not.toContain('Choose the std.');
  expect([large, small, least].map(chartRows)).toEqual([9, 9, 5]);
  expect(least.at(-1)).toMatch(/^n next/);
});
